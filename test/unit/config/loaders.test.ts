import { describe, expect, it } from "vitest";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import { KeyReadings } from "../../../server/config/dialect/readKey.ts";
import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import { documentOf } from "./parsed.ts";

/** What arrives in a framework for a key whose value is written so in a YAML file, or how it stops at it. */
function arrives(id: string, key: string, written: string, language: ConfigLanguage = "yaml"): unknown {
  const dialect = DIALECTS.find((one) => one.id === id);
  const path = dialect?.keys[key]?.paths[0]?.split(".");
  if (dialect === undefined || path === undefined) throw new Error(`no ${key} in ${id}`);
  const yaml = path.map((step, i) => `${" ".repeat(i)}${step}:`).join("\n");
  const json = `${path.map((step) => `{"${step}":`).join("")} ${written}${"}".repeat(path.length)}`;
  const { root } = documentOf(language === "json" ? json : `${yaml} ${written}\n`, language);
  const reading = new KeyReadings(dialect, root, language).stated(key);
  if (reading?.refused !== undefined) return "stops";
  return reading?.value?.type === "null" ? null : reading?.value?.value;
}

/** The dialects whose loaders differ, in the order of the columns below. */
const COLUMNS = [
  "transformers", // PyYAML alone
  "trl", // PyYAML, then argparse by type
  "ms-swift", // PyYAML, then str(), then argparse by type
  "axolotl", // PyYAML, then pydantic
  "levanter", // PyYAML, then draccus by type
  "automodel", // PyYAML, then words and Python literals
  "litgpt", // jsonargparse: a wider float, then by type
  "mlx-lm", // a wider float
  "torchtune", // OmegaConf
] as const;

type Row = readonly [written: string, ...arriving: unknown[]];

/** One text per row. A single entry holds for every column. */
function table(key: string, rows: readonly Row[]): void {
  it.each(
    rows.flatMap(([written, ...row]) =>
      COLUMNS.map((id, i) => [id, written, row.length === 1 ? row[0] : row[i]] as const),
    ),
  )("%s: %s", (id, written, expected) => {
    expect(arrives(id, id === "litgpt" && key === "steps" ? "tokens" : key, written)).toEqual(expected);
  });
}

const NOON = 12 * 3600 + 30 * 60;

describe("a learning rate, a float in every framework", () => {
  table("learningRate", [
    // written, transformers, trl, ms-swift, axolotl, levanter, automodel, litgpt, mlx-lm, torchtune
    ["1e-4", "1e-4", 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4],
    ["4E-4", "4E-4", 4e-4, 4e-4, 4e-4, 4e-4, 4e-4, 4e-4, 4e-4, 4e-4],
    ["1.0e-4", 1e-4],
    ["1.e-4", 1e-4],
    ["1.0e5", "1.0e5", 1e5, 1e5, 1e5, 1e5, 1e5, 1e5, 1e5, 1e5],
    [".5", 0.5],
    ["1_000", 1000],
    ["0x10", 16],
    ["0b1", 1],
    // Octal
    ["012", 10],
    ["12:30:00", NOON],
    ["no", false],
    ["on", true],
    ["~", null],
    ["1.5B", "1.5B"],
    [".inf", Infinity],
    ["2024-01-01", "2024-01-01"],
    ["none", "none", "none", "none", "none", "none", null, "none", "none", "none"],
    ["None", "None", "None", "None", "None", "None", null, "None", "None", "None"],
    ["'1e-4'", "1e-4", 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, "1e-4", "1e-4"],
    ["'inf'", "inf", Infinity, Infinity, Infinity, Infinity, "inf", Infinity, "inf", "inf"],
    ["auto", "auto"],
  ]);
});

describe("a number of steps, an integer in every framework", () => {
  table("steps", [
    // Python's int() takes no exponent; mlx-lm and torchtune pass the float on.
    ["1e3", "1e3", "stops", "stops", "stops", "stops", 1000, "stops", 1000, 1000],
    // A float for every loader: argparse converts text alone, str() gives "1000.0", pydantic takes a float without a
    // fraction, draccus calls int(), jsonargparse wants an int.
    ["1.0e+3", 1000, 1000, "stops", 1000, 1000, 1000, "stops", 1000, 1000],
    ["1000.5", 1000.5, 1000.5, "stops", "stops", 1000, 1000.5, "stops", 1000.5, 1000.5],
    ["1_000", 1000],
    ["'1000'", "1000", 1000, 1000, 1000, 1000, 1000, 1000, "1000", "1000"],
    ["'1000.0'", "1000.0", "stops", "stops", 1000, "stops", 1000, "stops", "1000.0", "1000.0"],
    ["'0x10'", "0x10", "0x10", "0x10", "0x10", "0x10", 16, "0x10", "0x10", "0x10"],
    ["~", null],
  ]);
});

describe("a flag", () => {
  it.each<[string, string, string, readonly [string, unknown][]]>([
    [
      "transformers",
      "bf16",
      "PyYAML's words",
      [
        ["yes", true],
        ["off", false],
        ["true", true],
        ["'true'", "true"],
        ["1", 1],
      ],
    ],
    [
      "trl",
      "bf16",
      "text by string_to_bool",
      [
        ["yes", true],
        ["'true'", true],
        ["'n'", false],
        ["y", true],
        ["1", 1],
      ],
    ],
    [
      "ms-swift",
      "bf16",
      "any value by string_to_bool",
      [
        ["1", true],
        ["0", false],
        ["True", true],
        ["'no'", false],
      ],
    ],
    [
      "axolotl",
      "fp16",
      "pydantic's words",
      [
        ["'on'", true],
        ["'off'", false],
        ["1", true],
        ["2", 2],
        ["auto", "auto"],
      ],
    ],
    [
      "levanter",
      "quantization.fp8",
      "true and false alone",
      [
        ["yes", true],
        ["'true'", true],
        ["'yes'", "yes"],
        ["1", 1],
      ],
    ],
    [
      "automodel",
      "fp8",
      "words",
      [
        ["True", true],
        ["'false'", false],
        ["none", null],
        ["'yes'", "yes"],
      ],
    ],
  ])("of %s (%s) follows %s", (id, key, _, values) => {
    for (const [written, expected] of values)
      expect([written, arrives(id, key, written)]).toEqual([written, expected]);
  });

  it("of Accelerate's mixed precision may be an unquoted no, which is false", () => {
    expect(arrives("accelerate", "mixed_precision", "no")).toBe(false);
    expect(arrives("accelerate", "mixed_precision", "'no'")).toBe("no");
  });
});

describe("a JSON file", () => {
  it.each<[string, string, string, unknown]>([
    ["transformers", "learningRate", "1e-4", 1e-4],
    ["transformers", "learningRate", "NaN", Number.NaN],
    ["transformers", "bf16", "true", true],
    ["deepspeed", "microBatch", "5e8", 5e8],
    ["deepspeed", "microBatch", '"auto"', "auto"],
  ])("of %s: %s %s", (id, key, written, expected) => {
    expect(arrives(id, key, written, "json")).toEqual(expected);
  });
});

describe("arguments of Megatron-LM", () => {
  const reading = (text: string) => {
    const dialect = DIALECTS.find(({ id }) => id === "megatron-lm");
    if (dialect === undefined) throw new Error("no megatron-lm");
    return new KeyReadings(dialect, documentOf(text).root, "yaml");
  };

  it("are command-line text below MODEL_ARGS, and what PyYAML reads elsewhere", () => {
    expect(reading("MODEL_ARGS: {--lr: 1e-4}\n").word("learningRate")).toBe(1e-4);
    expect(reading("lr: 1e-4\n").word("learningRate")).toBe("1e-4");
    expect(reading("MODEL_ARGS: {--train-iters: 1e4}\n").stated("steps")?.refused).toMatch(/without a dot/);
  });
});

describe("structured configs of OmegaConf, as Lingua has them", () => {
  it("take no float for an integer", () => {
    expect(arrives("lingua", "steps", "1e3")).toBe("stops");
    expect(arrives("lingua", "steps", "'1000'")).toBe(1000);
    expect(arrives("lingua", "learningRate", "'1e-4'")).toBe(1e-4);
  });
});
