import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { Condition, DialectFile, Word } from "../../../server/config/dialect/Dialect.ts";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import { hardwareNamed, isEmulated, supportsFormat } from "../../../server/config/run/hardware.ts";
import { MODEL_FAMILIES } from "../../../server/config/run/modelFamilies.ts";
import { STABILITY } from "../../../server/lint/assessment/Evidence.ts";
import type { NumberFormat } from "../../../server/science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";
import { QUANTIZATION_METHODS } from "../../../server/science/laws/Law.ts";
import { arithmetic } from "./arithmetic.ts";

const root = new URL("../../../", import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".json"));
const validatorFor = (schema: string) =>
  new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    readJson(`schemas/${schema}`) as object,
  );

describe.each([
  ["dialects", "dialect.schema.json"],
  ["models", "models.schema.json"],
  ["hardware", "hardware.schema.json"],
  ["evidence", "evidence.schema.json"],
  ["optimizers", "optimizers.schema.json"],
  ["constraints", "constraints.schema.json"],
])("server/data/%s", (folder, schema) => {
  const validate = validatorFor(schema);

  it.each(filesIn(`server/data/${folder}/`))("%s satisfies its schema", (name) => {
    validate(readJson(`server/data/${folder}/${name}`));
    expect(validate.errors).toBeNull();
  });

  it.each(filesIn(`server/data/${folder}/`))("%s has no key twice", (name) => {
    const text = readFileSync(new URL(`server/data/${folder}/${name}`, root), "utf8");
    expect(parseDocument(text, { uniqueKeys: true }).errors.map(({ message }) => message)).toEqual([]);
  });

  it.each(filesIn(`server/data/${folder}/`))("%s names its schema", (name) => {
    expect(readJson(`server/data/${folder}/${name}`)).toMatchObject({
      $schema: `../../../schemas/${schema}`,
    });
  });
});

describe("the dialect schema", () => {
  const validate = validatorFor("dialect.schema.json");
  const dialect = readJson("server/data/dialects/nanotron.json") as DialectFile;

  it.each<[string, object]>([
    ["an unknown field", { ...dialect, colour: "blue" }],
    [
      "a default without its source",
      { ...dialect, keys: { steps: { paths: ["a"], type: "number", default: 1 } } },
    ],
    ["a property that no run has", { ...dialect, settings: [{ set: { wieghts: "bf16" } }] }],
    ["a key without a path", { ...dialect, keys: { steps: { paths: [], type: "number" } } }],
    ["a source without a commit", { ...dialect, source: "huggingface/nanotron" }],
  ])("refuses %s", (_, broken) => {
    expect(validate(broken)).toBe(false);
  });
});

/** Number-format properties of a run. */
const FORMATS = new Set([
  "weights",
  "activations",
  "gradients",
  "kvCache",
  "masterWeights",
  "optimizerState",
  "baseWeights",
  "quantization",
]);

const PLACEHOLDER = /\{([\w.]+)\}/g;
const namesIn = (template: string) => Array.from(template.matchAll(PLACEHOLDER), (match) => match[1] ?? "");

/** A template with each of its keys set to every value that the framework knows for it: one at a time. */
function fillings({ keys }: DialectFile, template: string, when: Condition = {}): readonly string[] {
  return namesIn(template).reduce<readonly string[]>(
    (texts, name) =>
      texts.flatMap((text) =>
        valuesFor(keys, name, when).map((value) => text.replaceAll(`{${name}}`, value)),
      ),
    [template],
  );
}

function valuesFor(keys: DialectFile["keys"], name: string, when: Condition): readonly string[] {
  const accepted = when[name];
  if (Array.isArray(accepted)) return accepted.map(String);
  const { words, type } = keys[name] ?? {};
  return type === "number" ? ["4", "8"] : (words ?? []);
}

/** Words that a framework accepts for a dtype and no training can use. */
const NOT_NUMBER_FORMATS = /^(?:complex|bool|int64)/;

describe.each(DIALECTS.map((dialect) => [dialect.id, dialect] as const))("the dialect %s", (id, dialect) => {
  const cases = Object.values(dialect.cases ?? {}).flat();
  const conditions: readonly Condition[] = [
    ...dialect.settings.map(({ when }) => when ?? {}),
    ...(dialect.uncountable ?? []).map(({ when }) => when),
    ...dialect.conflicts.map(({ when }) => when),
    ...(dialect.inactive ?? []).map(({ when }) => when),
    ...cases.map(({ when }) => when),
    ...Object.values(dialect.choices).flatMap((choices) => choices.map(({ when }) => when ?? {})),
  ];
  const assignments: readonly Readonly<Record<string, Word>>[] = [
    ...dialect.conflicts.flatMap(({ resolve }) => resolve),
    ...(dialect.inactive ?? []).flatMap(({ resolve }) => resolve),
    ...cases.flatMap(({ resolve }) => resolve),
    ...Object.values(dialect.choices).flatMap((choices) => choices.map(({ set }) => set)),
  ];

  it("is named as its file", () => {
    expect(filesIn("server/data/dialects/")).toContain(`${id}.json`);
  });

  it("names only keys that it has", () => {
    const templates = [
      ...dialect.settings.flatMap(({ set }) => Object.values(set)),
      ...Object.values(dialect.choices).flatMap((choices) => choices.map(({ format }) => format)),
    ].filter((value) => typeof value === "string");
    const named = [...conditions, ...assignments]
      .flatMap((keys) => Object.keys(keys))
      .concat(templates.flatMap(namesIn))
      .concat(Object.values(dialect.keys).flatMap(({ defaultBy }) => defaultBy?.key ?? []))
      .concat(cases.flatMap(({ key, unlisted }) => [key, ...(unlisted ? [unlisted.list] : [])]));
    expect([...new Set(named)].filter((name) => dialect.keys[name] === undefined)).toEqual([]);
  });

  it("names only evidence that there is", () => {
    const named = cases.flatMap(({ evidence }) => evidence ?? []);
    expect(named.filter((name) => STABILITY.statements[name] === undefined)).toEqual([]);
  });

  it("sets only methods of quantization that are known", () => {
    const set = dialect.settings.flatMap(({ set }) => [set["quantizationMethod"], set["baseMethod"]]);
    const methods: readonly unknown[] = [...QUANTIZATION_METHODS, null, undefined];
    expect(set.filter((method) => !methods.includes(method))).toEqual([]);
  });

  it("asks and sets only values that the keys can have", () => {
    const impossible = [
      ...conditions.flatMap((when) =>
        Object.entries(when).flatMap(([name, accepted]) =>
          accepted === "*" ? [] : accepted.map((word) => [name, word] as const),
        ),
      ),
      ...assignments.flatMap((values) => Object.entries(values)),
    ].filter(([name, word]) => {
      const { type, words } = dialect.keys[name] ?? {};
      if (word === null || type === "text") return false;
      if (type === "number") return typeof word !== "number";
      if (type === "flag" && typeof word === "boolean") return false;
      return words !== undefined && !words.includes(String(word));
    });
    expect(impossible).toEqual([]);
  });

  it("has defaults that its keys can have", () => {
    const impossible = Object.entries(dialect.keys).filter(([, { type, words, default: value }]) => {
      if (value === undefined || value === null) return false;
      if (type === "number") return typeof value !== "number";
      if (type === "flag" && typeof value === "boolean") return false;
      return words !== undefined && !words.includes(String(value));
    });
    expect(impossible).toEqual([]);
  });

  it("sets formats that can be read, whatever its keys hold", () => {
    const written = [
      ...dialect.settings.flatMap(({ when, set }) =>
        Object.entries(set).flatMap(([name, value]) =>
          FORMATS.has(name) && typeof value === "string" ? fillings(dialect, value, when) : [],
        ),
      ),
      ...Object.values(dialect.choices).flatMap((choices) =>
        choices.flatMap(({ format, set }) =>
          fillings(
            dialect,
            format,
            Object.fromEntries(Object.entries(set).map(([name, word]) => [name, [word]])),
          ),
        ),
      ),
    ].filter((format) => !NOT_NUMBER_FORMATS.test(format));
    expect(written.filter((format) => parseNumberFormat(format) === undefined)).toEqual([]);
    // A model file of OpenLM has no format: its trainer takes it from the command line.
    if (dialect.id !== "open-lm") expect(written.length).toBeGreaterThan(0);
  });

  it("knows the stages of a run", () => {
    const stages = dialect.settings.flatMap(({ set }) => (set["stage"] === undefined ? [] : [set["stage"]]));
    expect(stages.filter((stage) => !["pretrain", "fine-tune", "quantize"].includes(String(stage)))).toEqual(
      [],
    );
  });

  it("can reach its threshold, and not with one signal that says little", () => {
    const { threshold, signals } = dialect.detection;
    const weights = signals.map(({ weight }) => weight);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeGreaterThanOrEqual(threshold);
    expect(signals.filter(({ weight, path }) => weight >= threshold && path !== "zero_optimization")).toEqual(
      [],
    );
  });
});

describe("dialects", () => {
  it("are all listed", () => {
    expect(DIALECTS.map(({ id }) => `${id}.json`).sort()).toEqual(filesIn("server/data/dialects/").sort());
  });
});

describe("the evidence", () => {
  const { sources, statements } = STABILITY;

  it("has a source for every statement, and a statement of every source", () => {
    const used = new Set(Object.values(statements).map(({ source }) => source));
    expect([...used].toSorted()).toEqual(Object.keys(sources).toSorted());
  });

  it("does not raise a finding of grade C above an information", () => {
    const raised = DIALECTS.flatMap(({ cases }) => Object.values(cases ?? {}).flat()).filter(
      ({ evidence, severity }) =>
        evidence?.some((name) => statements[name]?.grade === "C") &&
        (severity === "error" || severity === "warning"),
    );
    expect(raised).toEqual([]);
  });
});

describe("the model catalogue", () => {
  const models = MODEL_FAMILIES.flatMap((family) => family.models);

  it("lists every family", () => {
    const files = filesIn("server/data/models/").map((name) => readJson(`server/data/models/${name}`));
    const name = ({ family }: { readonly family: string }) => family;
    expect(MODEL_FAMILIES.map(name).sort()).toEqual((files as { family: string }[]).map(name).sort());
  });

  it("lists no model twice", () => {
    expect(new Set(models.map(({ name }) => name.toLowerCase())).size).toBe(models.length);
  });

  it("has fewer active than total parameters", () => {
    const swapped = models.filter(({ parameters, activeParameters = 0 }) => activeParameters >= parameters);
    expect(swapped).toEqual([]);
  });

  it.each(models.map((model) => [model.name, model] as const))("does its sums for %s", (_, model) => {
    const { nonEmbedding, embedding, active } = model.how;
    expect(arithmetic(nonEmbedding)).toBe(model.nonEmbeddingParameters);
    expect(arithmetic(nonEmbedding) + arithmetic(embedding)).toBe(model.parameters);
    expect(active === undefined ? undefined : arithmetic(active) + arithmetic(embedding)).toBe(
      model.activeParameters,
    );
  });

  it("agrees with the size in the names to 15 %", () => {
    const away = models.flatMap(({ name, parameters }) => {
      const [, amount, unit] = /-(\d+(?:[._]\d+)?)([bm])(?=$|-)/i.exec(name) ?? [];
      if (amount === undefined || /8x|OLMoE|-\d+E$/.test(name)) return [];
      const named = Number(amount.replace("_", ".")) * (unit?.toLowerCase() === "b" ? 1e9 : 1e6);
      return Math.abs(parameters / named - 1) > 0.15 ? [name] : [];
    });
    // These names count without embeddings or the vision encoder, or round down; the distilled model unties the
    // embeddings of its base.
    expect(away.sort()).toEqual([
      "DeepSeek-R1-Distill-Qwen-1.5B",
      "Gemma-2-2b",
      "Gemma-2b",
      "Gemma-7b",
      "Llama-3.2-1B",
      "Ministral-3-3B-Base-2512",
      "OLMo-1B",
      "OLMo-2-0425-1B",
      "Qwen2-VL-7B",
      "Qwen2.5-VL-3B",
      "Qwen2.5-VL-7B",
      "bitnet-b1.58-2B-4T",
    ]);
  });
});

describe("the arithmetic of the model catalogue", () => {
  it.each([
    ["2 × (3·4² + 5) + 7", 2 * (3 * 16 + 5) + 7],
    ["12·2² + 13·2", 74],
    ["6", 6],
  ])("%s", (text, value) => {
    expect(arithmetic(text)).toBe(value);
  });

  it.each(["", "2 ×", "2 + (3", "2 3", "a"])("refuses %j", (text) => {
    expect(() => arithmetic(text)).toThrow();
  });
});

describe("accelerators", () => {
  const format = (name: string): NumberFormat => {
    const known = parseNumberFormat(name);
    if (known === undefined) throw new Error(name);
    return known;
  };

  it.each<[string, string, boolean]>([
    ["v100", "bf16", false],
    ["v100", "fp16", true],
    ["a100", "bf16", true],
    ["a100", "fp8_e4m3:tensor", false],
    ["a100", "int8", true],
    ["l4", "fp8_e4m3", true],
    ["h100", "fp8_e4m3:block128", true],
    ["h100", "mxfp8", false],
    ["h100", "nvfp4", false],
    ["b200", "mxfp8", true],
    ["b200", "nvfp4", true],
    ["v100", "fp32", true],
    ["mi300x", "fp8_e4m3:tensor", true],
    ["mi300x", "mxfp8", false],
    ["mi355x", "mxfp6", true],
    ["mi355x", "nvfp4", false],
    ["tpu-v6e", "bf16", true],
    ["tpu-v6e", "nvfp4", false],
    ["trn3", "mxfp8", true],
    ["trn3", "fp8_e4m3:tensor", false],
    ["ascend910b", "fp8_e4m3:tensor", false],
  ])("%s and %s", (name, written, expected) => {
    const hardware = hardwareNamed(name);
    expect(hardware && supportsFormat(hardware, format(written))).toBe(expected);
  });

  it("are found in any spelling", () => {
    expect(hardwareNamed("RTX 4090")?.name).toBe("rtx4090");
    expect(hardwareNamed("H-100")?.name).toBe("h100");
    expect(hardwareNamed("Ironwood")?.name).toBe("tpuv7");
    expect(hardwareNamed("tpu")).toBeUndefined();
  });

  it("are of a generation that there is, each under names of its own", () => {
    const { generations, accelerators } = readJson("server/data/hardware/accelerators.json") as {
      readonly generations: object;
      readonly accelerators: readonly {
        readonly name: string;
        readonly aliases?: readonly string[];
        readonly generation: string;
      }[];
    };
    const used = accelerators.map(({ generation }) => generation);
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(generations).toSorted());
    const names = accelerators.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("run blocks of FP8 in the products of MXFP8 on Blackwell, and FP8 in those of BF16 on TPU v6e", () => {
    const emulates = (name: string, written: string) => {
      const hardware = hardwareNamed(name);
      return hardware && isEmulated(hardware, format(written));
    };
    expect(emulates("b200", "fp8_e4m3:block128")).toBe(true);
    expect(emulates("b200", "fp8_e4m3:tensor")).toBe(false);
    expect(emulates("h100", "fp8_e4m3:block128")).toBe(false);
    expect(emulates("tpu-v6e", "fp8_e4m3:tensor")).toBe(true);
  });
});
