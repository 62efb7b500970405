import type { ScalarNode } from "./ConfigNode.ts";

/** Which loader's rules turn a scalar's text into a value. */
export type ScalarLoader = "pyyaml" | "omegaconf" | "json";

export type ScalarValue =
  | { readonly type: "null" }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "integer" | "float"; readonly value: number }
  | { readonly type: "string"; readonly value: string };

/**
 * The value that a framework's loader makes of a scalar. PyYAML follows YAML 1.1 with a float that needs a dot and a
 * signed exponent (yaml/resolver.py), so `1e-5` is a string; OmegaConf widens the float (omegaconf/_utils.py);
 * JSON numbers follow RFC 8259, and the relaxed JSON loaders agree with it on numbers.
 */
export function readScalar(node: ScalarNode, loader: ScalarLoader): ScalarValue {
  if (node.tag !== undefined) return readTagged(node.text, node.tag);
  if (node.style !== "plain") return { type: "string", value: node.text };
  return loader === "json" ? readJson(node.text) : readYaml(node.text, loader);
}

/** `!!float 1e-5` is a number for every YAML loader, quoted or not; other tags leave text. */
function readTagged(text: string, tag: string): ScalarValue {
  const value = Number(text.replaceAll("_", ""));
  if (text !== "" && Number.isFinite(value)) {
    if (tag === "tag:yaml.org,2002:float") return { type: "float", value };
    if (tag === "tag:yaml.org,2002:int" && Number.isInteger(value)) return { type: "integer", value };
  }
  return { type: "string", value: text };
}

const YAML_NULL = /^(?:~|null|Null|NULL|)$/;
const YAML_TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const YAML_FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const PYYAML_FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/;
const OMEGACONF_FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+][0-9]+)?)$/;
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
/** Base 60 with colons, an integer or, with a dot, a float. */
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(\.[0-9_]*)?$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const RADIX = /^([-+]?)(?:0x([0-9a-fA-F_]+)|0b([01_]+)|0([0-7_]+))$/;

function readYaml(text: string, loader: "pyyaml" | "omegaconf"): ScalarValue {
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
  if ((loader === "pyyaml" ? PYYAML_FLOAT : OMEGACONF_FLOAT).test(text)) {
    return { type: "float", value: Number(text.replaceAll("_", "")) };
  }
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

function readJson(text: string): ScalarValue {
  if (text === "null" || text === "") return { type: "null" };
  if (text === "true" || text === "false") return { type: "boolean", value: text === "true" };
  if (!JSON_NUMBER.test(text)) return { type: "string", value: text };
  return { type: /[.eE]/.test(text) ? "float" : "integer", value: Number(text) };
}
