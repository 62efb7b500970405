import type { ScalarNode } from "./ConfigNode.ts";

/** Which loader's rules turn a scalar's text into a value. */
export type ScalarLoader = keyof typeof YAML_LOADERS | "json" | "hjson" | "toml";

export type ScalarValue =
  | { readonly type: "null" }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "integer" | "float"; readonly value: number }
  /** A calendar date or time, as written: never text, never a number. */
  | { readonly type: "date"; readonly value: string }
  | { readonly type: "string"; readonly value: string };

/**
 * The value that a framework's loader makes of a scalar. All YAML loaders follow YAML 1.1 as PyYAML does
 * (yaml/resolver.py), whose floats need a dot and a signed exponent, so that `1e-5` is a string. OmegaConf
 * (omegaconf/_utils.py) and jsonargparse (_loaders_dumpers.py) widen the float and drop dates, mlx-lm (mlx_lm/lora.py)
 * widens the float only. TOML has one notation for each type (toml.io/en/v1.0.0), and no null. JSON numbers follow RFC 8259; Python's reader adds NaN and the infinities, hjson does not.
 */
export function readScalar(node: ScalarNode, loader: ScalarLoader): ScalarValue {
  if (node.tag !== undefined) return readTagged(node.text, node.tag);
  if (node.style !== "plain") return { type: "string", value: node.text };
  if (loader === "toml") return readToml(node.text);
  if (loader === "json" || loader === "hjson") return readJson(node.text, loader);
  return readYaml(node.text, YAML_LOADERS[loader]);
}

/** `!!float 1e-5` is a number for every YAML loader, quoted or not; tags that no loader knows leave text. */
function readTagged(text: string, tag: string): ScalarValue {
  const value = Number(text.replaceAll("_", ""));
  const read = readYaml(text, YAML_LOADERS.omegaconf);
  switch (tag) {
    case "tag:yaml.org,2002:float":
      if (text !== "" && Number.isFinite(value)) return { type: "float", value };
      break;
    case "tag:yaml.org,2002:int":
      if (read.type === "integer") return read;
      break;
    case "tag:yaml.org,2002:bool":
      if (read.type === "boolean") return read;
      break;
    case "tag:yaml.org,2002:null":
      return { type: "null" };
  }
  return { type: "string", value: text };
}

const YAML_NULL = /^(?:~|null|Null|NULL|)$/;
const YAML_TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const YAML_FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const PYYAML_FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/;
const WIDE_FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/;
const DATE =
  /^(?:\d{4}-\d{2}-\d{2}|\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::\d{2})?))?)$/;
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
/** Base 60 with colons, an integer or, with a dot, a float. */
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(\.[0-9_]*)?$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const RADIX = /^([-+]?)(?:0x([0-9a-fA-F_]+)|0b([01_]+)|0([0-7_]+))$/;

interface YamlLoader {
  readonly float: RegExp;
  readonly dates: boolean;
}

const YAML_LOADERS = {
  pyyaml: { float: PYYAML_FLOAT, dates: true },
  omegaconf: { float: WIDE_FLOAT, dates: false },
  jsonargparse: { float: WIDE_FLOAT, dates: false },
  "mlx-lm": { float: WIDE_FLOAT, dates: true },
} as const satisfies Record<string, YamlLoader>;

function readYaml(text: string, { float, dates }: YamlLoader): ScalarValue {
  if (YAML_NULL.test(text)) return { type: "null" };
  if (YAML_TRUE.test(text)) return { type: "boolean", value: true };
  if (YAML_FALSE.test(text)) return { type: "boolean", value: false };
  if (DECIMAL.test(text)) return { type: "integer", value: Number(text.replaceAll("_", "")) };
  const radix = RADIX.exec(text);
  if (radix) return readRadix(radix);
  const sexagesimal = readSexagesimal(text);
  if (sexagesimal) return sexagesimal;
  const infinite = INFINITE.exec(text);
  if (infinite) return { type: "float", value: infinite[1] === "-" ? -Infinity : Infinity };
  if (NOT_A_NUMBER.test(text)) return { type: "float", value: Number.NaN };
  if (float.test(text)) return { type: "float", value: Number(text.replaceAll("_", "")) };
  if (dates && DATE.test(text)) return { type: "date", value: text };
  return { type: "string", value: text };
}

function readRadix([, sign, hex, binary, octal]: RegExpExecArray): ScalarValue {
  const [digits, base] =
    hex !== undefined ? [hex, 16] : binary !== undefined ? [binary, 2] : [octal ?? "0", 8];
  return {
    type: "integer",
    value: (sign === "-" ? -1 : 1) * Number.parseInt(digits.replaceAll("_", "") || "0", Number(base)),
  };
}

function readSexagesimal(text: string): ScalarValue | undefined {
  const match = SEXAGESIMAL.exec(text);
  const digits = text.replace(/^[-+]/, "").replaceAll("_", "");
  const fraction = match?.[1] !== undefined;
  if (match === null || (digits.startsWith("0") && !fraction)) return undefined;
  const value = digits.split(":").reduce((total, part) => total * 60 + Number(part), 0);
  return { type: fraction ? "float" : "integer", value: text.startsWith("-") ? -value : value };
}

const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;

const PYTHON_CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
]);

function readJson(text: string, loader: "json" | "hjson"): ScalarValue {
  if (text === "null" || text === "") return { type: "null" };
  if (text === "true" || text === "false") return { type: "boolean", value: text === "true" };
  const constant = loader === "json" ? PYTHON_CONSTANTS.get(text) : undefined;
  if (constant !== undefined) return { type: "float", value: constant };
  if (!JSON_NUMBER.test(text)) return { type: "string", value: text };
  return { type: isInteger(text, loader) ? "integer" : "float", value: Number(text) };
}

/** hjson makes an integer of a whole float below 1e10 (hjson/decoder.py). */
function isInteger(text: string, loader: "json" | "hjson"): boolean {
  if (!/[.eE]/.test(text)) return true;
  const value = Number(text);
  return loader === "hjson" && Number.isInteger(value) && Math.abs(value) < 1e10;
}

const TOML_INTEGER = /^(?:[-+]?(?:0|[1-9](?:_?\d)*)|0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+)$/;
const TOML_FLOAT = /^[-+]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][-+]?\d(?:_?\d)*)?$/;
const TOML_SPECIAL = /^([-+]?)(inf|nan)$/;

/** A value without quotes: what is no number and no boolean is a date or a time, for nothing else is without quotes. */
function readToml(text: string): ScalarValue {
  if (text === "true" || text === "false") return { type: "boolean", value: text === "true" };
  if (TOML_INTEGER.test(text)) return { type: "integer", value: Number(text.replaceAll("_", "")) };
  if (TOML_FLOAT.test(text)) return { type: "float", value: Number(text.replaceAll("_", "")) };
  const [, sign, word] = TOML_SPECIAL.exec(text) ?? [];
  if (word === undefined) return { type: "date", value: text };
  return { type: "float", value: word === "nan" ? Number.NaN : sign === "-" ? -Infinity : Infinity };
}
