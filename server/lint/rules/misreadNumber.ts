import { pythonText } from "../../config/dialect/pythonText.ts";
import { settingText, spelling } from "../../config/dialect/readKey.ts";
import type { ScalarNode } from "../../config/document/ConfigNode.ts";
import { convertsNumbers, plainNumber } from "../../config/run/factReader.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** A number that the dialect's loader reads as text, such as `1e-5` under PyYAML. */
export const misreadNumber: Rule = {
  name: "misread-number",
  summary: "A number that the framework's loader reads as text",
  severity: "error",
  otherwise: "warning for Megatron-LM, information for LLM Foundry, which converts most numbers later",
  category: "spelling",
  fix: "safe",
  readsDialect: ({ loader }) => loader.misreadNumber.severity !== "off" || loader.conversion !== undefined,
  check({ config }) {
    const { language } = config.document;
    if (language !== "yaml" && language !== "shell") return [];
    // What a command hands over is text by nature.
    const severity = language === "shell" ? "off" : config.dialect.loader.misreadNumber.severity;
    return Object.entries(config.dialect.keys).flatMap(([name, key]) => {
      if (key.type !== "number") return [];
      const refused = refusal(config, name);
      return severity === "off" || refused.length > 0 ? refused : findings(config, name, severity);
    });
  },
};

/** A number in a notation at which the framework stops: `1e3` where it wants a whole number. */
function refusal({ readings, dialect }: TrainingConfig, name: string): readonly RawFinding[] {
  const reading = readings.stated(name);
  if (reading?.refused === undefined || reading.value === undefined) return [];
  const { span, value, refused } = reading;
  const { node } = reading.located;
  const written = node.kind === "scalar" && node.span === span ? node.text : pythonText(value);
  const number = Number(value.type === "float" ? value.value : plainNumber(written));
  const digits = Number.isSafeInteger(number) ? String(number) : undefined;
  const advice = digits === undefined ? "a whole number" : digits;
  const fix = {
    title: `Write ${advice}`,
    edits: [{ span, newText: advice }],
    safe: true,
    preferred: true,
  };
  return [
    {
      span,
      message: `${dialect.name} stops at \`${settingText(readings, name, written)}\`: ${refused}. Write ${advice}.`,
      severity: "error",
      fixes: digits === undefined ? [] : [fix],
    },
  ];
}

function findings(
  config: TrainingConfig,
  name: string,
  severity: "error" | "warning" | "information",
): readonly RawFinding[] {
  const { readings, dialect } = config;
  const reading = readings.stated(name);
  const node = reading?.located.node;
  if (reading?.value?.type !== "string" || node?.kind !== "scalar" || node.style !== "plain") return [];
  const number = plainNumber(node.text);
  if (number === undefined || convertsNumbers(dialect.loader)) return [];
  const { name: loader, misreadNumber } = dialect.loader;
  const rewritten = asYaml11(node, number);
  const message =
    `${loader} reads \`${spelling(readings, name)}: ${node.text}\` as text, because its numbers with an exponent need a dot and a sign: ` +
    `${misreadNumber.because}. Write ${rewritten}.`;
  return [
    {
      span: node.span,
      message,
      severity,
      fixes: [
        {
          title: `Write ${rewritten}, which ${loader} reads as a number`,
          edits: [{ span: node.span, newText: rewritten }],
          safe: true,
          preferred: true,
        },
      ],
    },
  ];
}

/** The same number with a dot and a signed exponent: `1e-5` → `1.0e-5`, `1.0e5` → `1.0e+5`. */
function asYaml11({ text }: ScalarNode, number: number): string {
  const [, mantissa = text, exponent = "0"] = /^([^eE]+)[eE]([-+]?\d+)$/.exec(text) ?? [];
  const dotted = mantissa.includes(".")
    ? mantissa.replace(/^([-+]?)\./, "$10.").replace(/\.$/, ".0")
    : `${mantissa}.0`;
  const signed = /^[-+]/.test(exponent) ? exponent : `+${exponent}`;
  return Number.isInteger(number) && number < 1e15 && number >= 1 ? String(number) : `${dotted}e${signed}`;
}
