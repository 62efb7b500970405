import { describe, expect, it } from "vitest";
import type { LoaderFile } from "../../../server/config/dialect/Dialect.ts";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import { interpolate, locateThroughReferences } from "../../../server/config/dialect/interpolate.ts";
import { readScalar } from "../../../server/config/document/readScalar.ts";
import { readConfig } from "../../../server/config/readConfig.ts";
import { covered, documentOf } from "./parsed.ts";

type Loader = Pick<LoaderFile, "interpolation" | "scalars">;
const OMEGACONF: Loader = { interpolation: "omegaconf", scalars: "omegaconf" };

/** What a scalar with a reference comes to: its value, or the reason why there is none. */
function resolved(text: string, path: string, loader = OMEGACONF): unknown {
  const { root } = documentOf(text);
  const steps = path.split(".");
  const node = locateThroughReferences(root, steps, loader)?.node;
  if (node?.kind !== "scalar") throw new Error(`no scalar at ${path}`);
  const read = readScalar(node, loader.scalars);
  const { value, unresolved } =
    read.type === "string"
      ? interpolate(root, { text: read.value, node, path: steps }, loader)
      : { value: read, unresolved: undefined };
  return unresolved ?? (value?.type === "null" ? null : value?.value);
}

/** Everything in the table was run with OmegaConf 2.2.2: `OmegaConf.select(OmegaConf.create(text), key)`. */
describe("OmegaConf's references", () => {
  it.each<[string, string, string, unknown]>([
    ["to a sibling", "a:\n  b: 3\n  c: ${.b}", "a.c", 3],
    ["one map further up", "a:\n  d: ${..e}\ne: 7", "a.d", 7],
    ["to a list item in brackets", "a: [5, 6]\nb: ${a[1]}", "b", 6],
    ["to a list item behind a dot", "a: [5, 6]\nb: ${a.0}", "b", 5],
    ["from inside a list item", 'l: [1, {x: "${.y}", y: 3}]', "l.1.x", 3],
    ["from a list item to its neighbour", 'l: [1, {w: "${..0}"}]', "l.1.w", 1],
    ["with a key in brackets", "m: {x: 4}\nb: ${[m].x}", "b", 4],
    ["with a key that is a reference", "k: x\nm: {x: 4}\nb: ${m.${k}}", "b", 4],
    ["with such a key in brackets", "k: x\nm: {x: 4}\nb: ${m[${k}]}", "b", 4],
    ["with blanks", "a: 2\nb: ${ a }", "b", 2],
    ["with a hyphen in the key", "a-b: 2\nb: ${a-b}", "b", 2],
    ["in quotes", 'a: 2\nb: "${a}"', "b", 2],
    ["through a map that is a reference", "a: {x: 1}\nb: ${a}", "b.x", 1],
    ["through two such maps", "c: {d: 1}\na:\n  b: ${c}\ne: ${a.b.d}", "e", 1],
    ["relative to the map that is referred to", 'a: {x: 1, y: "${.x}"}\nb: ${a}', "b.y", 1],
    ["to null", "z: ~\nb: ${z}", "b", null],
  ])("lead %s", (_, text, path, value) => {
    expect(resolved(text, path)).toBe(value);
  });

  it.each<[string, string, unknown]>([
    ["an integer", "a: 1\nb: x_${a}_y", "x_1_y"],
    ["a boolean", "a: true\nb: x_${a}", "x_True"],
    ["null", "a: null\nb: x_${a}", "x_None"],
    ["a small float", "a: 1e-5\nb: x_${a}", "x_1e-05"],
    ["a float from 1e16 on", "a: 1e16\nb: x_${a}", "x_1e+16"],
    ["a float of 17 digits", "a: 123456789012345680.0\nb: x_${a}", "x_1.2345678901234568e+17"],
    ["1e-4", "a: 0.0001\nb: x_${a}", "x_0.0001"],
    ["a whole float", "a: 2.0\nb: x_${a}", "x_2.0"],
    ["infinity", "a: .inf\nb: x_${a}", "x_inf"],
    ["two values", "a: 2\nb: ${a}${a}", "22"],
    ["an escaped reference", "a: 1\nb: \\${a}", "${a}"],
    ["a dollar in front", "a: 1\nb: $${a}", "$1"],
    ["two backslashes in front", "a: 1\nb: \\\\${a}", "\\1"],
    ["three backslashes in front", "a: 1\nb: \\\\\\${a}", "\\${a}"],
    ["backslashes elsewhere", "a: 1\nb: x\\\\y${a}", "x\\\\y1"],
    ["an escaped and a real reference", "a: 1\nb: \\${a} ${a}", "${a} 1"],
  ])("inside text give text: %s", (_, text, value) => {
    expect(resolved(text, "b")).toBe(value);
  });

  it.each<[string, unknown]>([
    ["b: ${oc.select:zz,1e-5}", 1e-5],
    ["b: ${oc.select:zz,5}", 5],
    ["b: ${oc.select:zz,1_000}", 1000],
    ["b: ${oc.select:zz,.5}", 0.5],
    ["b: ${oc.select:zz,012}", "012"],
    ['b: ${oc.select:zz,"~/m d"}', "~/m d"],
    ["b: ${oc.select:zz, null}", null],
    ["b: ${oc.select:zz,NULL}", null],
    ["b: ${oc.select:zz}", null],
    ["b: ${oc.select:zz,a/b-c}", "a/b-c"],
    ["b: ${oc.select:zz,a b}", "a b"],
    ["b: ${oc.select:zz,x:y}", "x:y"],
    ["b: ${oc.select:zz,a\\,b}", "a,b"],
    ["b: ${oc.select:zz,no}", "no"],
    ["b: ${oc.select:zz,True}", true],
    ["b: ${oc.select:zz,''}", ""],
    ["b: ${oc.select:'zz',7}", 7],
    ["b: ${oc.select:z,${q}}\nq: 3", 3],
    ["b: ${oc.select:z,x${q}}\nq: 3", "x3"],
    ["b: ${oc.select:a.x,5}\na: 3", 5],
    ["b: ${oc.select:z,9}\nz: ???", 9],
    ["b: ${oc.select:z,9}\nz: ~", null],
    ["b: ${oc.select:z,9}\nz: 4", 4],
    ["b: ${oc.select:z,9}\nz: ${y}\ny: 4", 4],
  ])("with a default come to what the file says: %s", (text, value) => {
    expect(resolved(text, "b")).toBe(value);
  });

  it("with a default are relative to where they stand", () => {
    expect(resolved('a: {c: 1, b: "${oc.select:.c,9}"}', "a.b")).toBe(1);
    expect(resolved('a: {b: "${oc.select:..d,9}"}\nd: 4', "a.b")).toBe(4);
  });

  it.each<[string, string, RegExp]>([
    ["a circle", "a: ${b}\nb: ${a}", /refers to itself/],
    ["a circle through maps", "a: {x: 1}\nb: ${c.x}\nc: ${d}\nd: ${c}", /does not lead to a value/],
    ["a negative index", "a: [5, 6]\nb: ${a[-1]}", /does not lead to a value/],
    ["a place above the root", "b: ${..x}\nx: 1", /does not lead to a value/],
    ["a map", "a: {x: 1}\nb: ${a}", /does not lead to a value/],
    ["a mandatory value", "z: ???\nb: ${z}", /mandatory/],
    ["no closing brace", "a: 2\nb: ${a", /if OmegaConf can read it/],
    ["a variable", "b: ${oc.env:STEPS}", /from the environment variable STEPS$/],
    ["a variable with a default", "b: ${oc.env:STEPS,5}", /variable STEPS, or else with `5`$/],
    ["a variable in text", "b: run_${oc.env:USER}", /from the environment variable USER$/],
    ["a resolver", "b: ${multiply:${a},2}\na: 2", /the resolver `multiply` works it out/],
    ["a resolver of a variable", "b: ${oc.decode:${oc.env:N}}", /from the environment variable N$/],
    ["files of a defaults list", "defaults: [x]\nb: ${oc.select:zz,5}", /files that `defaults` names/],
    ["many references", `b: ${"${c}".repeat(200)}\nc: \${d}\nd: 1`, /too many references/],
  ])("that need %s are not known, with the reason", (_, text, because) => {
    expect(resolved(text, text.startsWith("a: ${b}") ? "a" : "b")).toMatch(because);
  });

  it("that double at every step take no time", () => {
    const lines = Array.from({ length: 60 }, (_, i) => `a${i}: \${a${i + 1}}\${a${i + 1}}`);
    expect(resolved(`${lines.join("\n")}\na60: x\n`, "a0")).toMatch(/too many references/);
  });

  it("keep the places on the way", () => {
    const document = documentOf("shared: {m: {x: 1}}\nm: ${shared.m}\nb: ${m.x}\n");
    const located = locateThroughReferences(document.root, ["b"], OMEGACONF);
    if (located?.node.kind !== "scalar") throw new Error("no scalar");
    const { node } = located;
    const { span, via } = interpolate(document.root, { text: node.text, node, path: ["b"] }, OMEGACONF);
    expect(span && covered(document, span)).toBe("1");
    expect(via?.map((use) => covered(document, use))).toEqual(["${m.x}", "${shared.m}"]);
  });
});

describe("LLM Foundry's shared values", () => {
  const config = [
    "variables:",
    "  max_seq_len: 1024",
    "model: {name: mpt_causal_lm, d_model: 768, n_heads: 12, n_layers: 12}",
    "max_seq_len: ${variables.max_seq_len}",
    "max_duration: ${steps}ba",
    "steps: 500",
    "global_train_batch_size: 256",
    "device_train_microbatch_size: 8",
    "precision: amp_bf16",
  ];

  it.each([
    ["at the root", config.join("\n")],
    [
      "below `parameters`, which is a file of its own for the trainer",
      `parameters:\n  ${config.join("\n  ")}\n`,
    ],
  ])("are followed %s", (_, text) => {
    const reading = readConfig(text, "yaml");
    const run = reading.kind === "configs" ? reading.configs[0]?.run : undefined;
    // 500 batches × 256 sequences × 1,024 tokens
    expect(run?.facts.tokens?.value).toBe(131_072_000);
  });
});

describe("environment variables", () => {
  const loaderOf = (id: string) => {
    const dialect = DIALECTS.find((one) => one.id === id);
    if (dialect === undefined) throw new Error(`no ${id}`);
    return dialect.loader;
  };

  it.each<[string, RegExp]>([
    ["${N}", /from the environment variable N$/],
    ["${N,5}", /variable N \(or else `5`\)$/],
    ["${oc.env:N,5}", /variable N \(or else `5`\)$/],
    ['"${N}/x"', /variable N$/],
    ["$N/x", /variable N$/],
    ["${A}${B}", /from the environment variables A, B$/],
  ])("of NeMo Automodel are no references: %s", (written, because) => {
    expect(resolved(`N: 4\nb: ${written}\n`, "b", loaderOf("automodel"))).toMatch(because);
  });

  it("of Megatron-LM stand in scalars without quotes alone", () => {
    const megatron = loaderOf("megatron-lm");
    expect(resolved("N: 4\nb: ${N}\n", "b", megatron)).toMatch(/from the environment variable N$/);
    expect(resolved('b: "${N}"\n', "b", megatron)).toBe("${N}");
    expect(resolved("b: $N\n", "b", megatron)).toBe("$N");
  });
});
