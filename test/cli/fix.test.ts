import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workplace } from "./runBitlaw.ts";

// PyYAML reads 5e-5, without a point, as text: writing 5.0e-5 is safe.
const BEFORE = [
  "# kept",
  "model_name_or_path: EleutherAI/pythia-1.4b",
  "output_dir: ./out",
  "per_device_train_batch_size: 8",
  "learning_rate: 5e-5   # odd layout",
  "num_train_epochs: 3",
  "bf16: true",
].join("\r\n");
const AFTER = BEFORE.replace("5e-5", "5.0e-5");

describe("bitlaw check --fix", () => {
  let place: Workplace;
  beforeEach(() => {
    place = new Workplace();
  });
  afterEach(() => place.remove());
  const file = (name: string) => path.join(place.folder, name);

  it("changes the value and not one byte elsewhere, and once is enough", () => {
    place.write({ "a.yaml": `\uFEFF${BEFORE}` });
    expect(place.run("check", "--fix", "a.yaml").error).toContain("a.yaml: fixed 1:");
    expect(readFileSync(file("a.yaml"), "utf8")).toBe(`\uFEFF${AFTER}`);
    expect(place.run("check", "--fix", "a.yaml").error).not.toContain("fixed");
    expect(readdirSync(place.folder)).toEqual(["a.yaml"]);
  });

  it("goes on to what a fix in a later file calls for, so that once is enough for a folder", () => {
    // Without the declared hardware nothing is known against BF16, which a V100 cannot multiply.
    const config = AFTER.replaceAll("\r\n", "\n");
    place.write({
      ".bitlaw.yaml": "extends: z/.bitlaw.yaml\n",
      "a.yaml": config,
      "z/.bitlaw.yaml": "declare: { hardwar: v100 }\n",
    });
    const { error } = place.run("check", "--fix-unsafe");
    expect(error.match(/^.*: fixed .*$/gm)).toEqual(["z/.bitlaw.yaml: fixed 1:", "a.yaml: fixed 1:"]);
    expect(readFileSync(file("a.yaml"), "utf8")).toContain("bf16: false");
    expect(place.run("check", "--fix-unsafe").error).not.toContain("fixed");
  });

  it("reads the files that only the fixed text leads to", () => {
    // Of FP8 in two layouts at once nothing is known; once it is one format, the configs beside it are of interest.
    const config = [
      "MODEL_ARGS:",
      "  --num-layers: 16",
      "  --hidden-size: 2048",
      "  --num-attention-heads: 16",
      "  --seq-length: 2048",
      "  --micro-batch-size: 2",
      "  --global-batch-size: 256",
      "  --train-iters: 20000",
      "  --bf16: true",
      "  --fp8-format: hybrid",
      "  --fp8-recipe: mxfp8",
      "",
    ].join("\n");
    place.write({ "run.megatron.yaml": config });
    expect(place.run("check", "--fix-unsafe", "run.megatron.yaml").error).toContain("fixed 1:");
    expect(readFileSync(file("run.megatron.yaml"), "utf8")).toBe(
      config.replace("--fp8-format: hybrid", "--fp8-format: e4m3"),
    );
  });

  it("keeps UTF-16", () => {
    place.write({ "a.yaml": Buffer.from(`\uFEFF${BEFORE}`, "utf16le") });
    place.run("check", "--fix", "a.yaml");
    expect(readFileSync(file("a.yaml")).equals(Buffer.from(`\uFEFF${AFTER}`, "utf16le"))).toBe(true);
  });

  it("keeps the mode, and writes through a link", () => {
    place.write({ "a.yaml": BEFORE });
    chmodSync(file("a.yaml"), 0o640);
    symlinkSync("a.yaml", file("link.yaml"));
    place.run("check", "--fix", "link.yaml");
    expect(lstatSync(file("link.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(file("a.yaml"), "utf8")).toBe(AFTER);
    expect(statSync(file("a.yaml")).mode & 0o777).toBe(0o640);
  });

  it("prints a diff, writes nothing, and ends with 1", () => {
    place.write({ "a.yaml": BEFORE });
    const { code, out } = place.run("check", "--diff", "a.yaml");
    expect(code).toBe(1);
    expect(out).toContain("+learning_rate: 5.0e-5");
    expect(readFileSync(file("a.yaml"), "utf8")).toBe(BEFORE);
  });

  it("refuses an encoding that it cannot read, and fixes the others", () => {
    // "ü" in Windows-1252 is no UTF-8.
    const western = Buffer.concat([Buffer.from(BEFORE), Buffer.from([0x0a, 0x23, 0xfc])]);
    place.write({ "a.yaml": western, "b.yaml": BEFORE });
    const { code, error } = place.run("check", "--fix", "a.yaml", "b.yaml");
    expect(code).toBe(2);
    expect(error).toContain("a.yaml: the file is not text in UTF-8 or UTF-16");
    expect(readFileSync(file("a.yaml")).equals(western)).toBe(true);
    expect(readFileSync(file("b.yaml"), "utf8")).toBe(AFTER);
  });

  it("fixes findings of the baseline as well", () => {
    place.write({ "a.yaml": BEFORE });
    place.run("check", "--baseline", "known.json", "--update-baseline", "a.yaml");
    expect(place.run("check", "--baseline", "known.json", "--fix", "a.yaml").code).toBe(0);
    expect(readFileSync(file("a.yaml"), "utf8")).toBe(AFTER);
  });
});

describe("bitlaw check --stdin --fix", () => {
  let place: Workplace;
  beforeEach(() => {
    place = new Workplace();
  });
  afterEach(() => place.remove());
  const NAMED = ["--stdin", "--stdin-filename", "a.yaml"];
  const fixed = (input: string | Uint8Array, ...options: readonly string[]) =>
    place.runWith({ input }, "check", ...NAMED, ...options);

  it("prints the fixed text, byte for byte the same elsewhere, and what is left on standard error", () => {
    const { code, out, error } = fixed(`\uFEFF${BEFORE}\r\n# bitlaw: nonsense\r\n`, "--fix");
    expect(out).toBe(`\uFEFF${AFTER}\r\n# bitlaw: nonsense\r\n`);
    expect(error).toContain("a.yaml: fixed 1:");
    expect(error).toContain("[unknown-declaration]");
    expect(error).not.toContain("[misread-number]");
    expect(code).toBe(1);
    expect(readdirSync(place.folder)).toEqual([]);
  });

  it("prints what it cannot fix as it came", () => {
    const broken = "model_name_or_path: EleutherAI/pythia-1.4b\nlearning_rate: [5e-5\nbf16: true\n";
    for (const text of [broken, "kind: Deployment\n", AFTER]) expect(fixed(text, "--fix").out).toBe(text);
    const large = `${BEFORE}\n# ${"x".repeat(2_000_000)}\n`;
    expect(fixed(large, "--fix").out === large).toBe(true);
  });

  it("prints the difference with --diff, and ends with 1 where there is one", () => {
    const { code, out } = fixed(BEFORE, "--diff");
    expect(code).toBe(1);
    expect(out).toContain("+learning_rate: 5.0e-5");
    expect(fixed(AFTER, "--diff")).toMatchObject({ code: 0, out: "" });
  });
});
