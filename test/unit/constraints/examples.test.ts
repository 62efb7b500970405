import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { CONSTRAINT_FILES } from "../../../server/config/dialect/constraintFiles.ts";
import { allConstraintsOf } from "../../../server/config/dialect/constraintsOf.ts";
import type { Word } from "../../../server/config/dialect/Dialect.ts";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import { parseConfig } from "../../../server/config/document/parseConfig.ts";
import { readConfig } from "../../../server/config/readConfig.ts";
import { type Declarations, readDeclarations } from "../../../server/config/run/declarations.ts";
import type { TrainingConfig } from "../../../server/config/run/TrainingConfig.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { constraintFindings, ruleOf } from "../../../server/lint/rules/constraintFindings.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/** Values by their dotted paths. */
type Values = Readonly<Record<string, Word | readonly unknown[] | object>>;

/** A config that a constraint is about, and a neighbour that it is not about; on top of the dialect's base. */
interface Example {
  readonly dialect: string;
  readonly fires: Values;
  readonly silent: Values;
  /** What the project declares for both of them: `hardware=v100`. */
  readonly declared?: string;
  /** What it declares in the silent one instead. */
  readonly silentDeclared?: string;
  /** Other files of the workspace. */
  readonly files?: Readonly<Record<string, object>>;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`examples/${name}.json`, import.meta.url), "utf8"));
const BASES = read("bases") as Readonly<Record<string, Values>>;

const all = CONSTRAINT_FILES.flatMap((file) => {
  const examples = read(file.id) as Readonly<Record<string, Example>>;
  return file.constraints.map((constraint) => ({ constraint, example: examples[constraint.id] }));
});

it("every example is about a constraint", () => {
  const ids = new Set(all.map(({ constraint }) => constraint.id));
  const named = CONSTRAINT_FILES.flatMap(({ id }) => Object.keys(read(id) as object));
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

describe.each(all.map((one) => [one.constraint.id, one] as const))("%s", (id, { constraint, example }) => {
  it("fires where it should, and is silent beside it", () => {
    expect(example, "an example in test/unit/constraints/examples").toBeDefined();
    if (example === undefined) return;
    expect(found(configOf(example, "fires"), id)).toHaveLength(1);
    expect(found(configOf(example, "silent"), id)).toEqual([]);
  });

  it("has ways out that lead out", () => {
    if (example === undefined) return;
    const { text, language, config } = configOf(example, "fires");
    const fixes = found({ config }, id).flatMap((finding) => finding.fixes ?? []);
    const ways = allConstraintsOf(config.dialect).find((one) => one.id === id)?.resolve.length ?? 0;
    expect(fixes.length).toBeGreaterThanOrEqual(constraint.unknownKeys ? 0 : ways);
    for (const { edits, title } of fixes) {
      const fixed = readText(applyEdits(text, edits), language, example);
      expect({ title, found: found({ config: fixed }, id) }).toEqual({ title, found: [] });
    }
  });
});

function found({ config }: { readonly config: TrainingConfig }, id: string) {
  const constraint = allConstraintsOf(config.dialect).find((one) => one.id === id);
  const inCompanion = config.companions.flatMap(({ config: other }) => allConstraintsOf(other.dialect));
  const one = constraint ?? inCompanion.find((other) => other.id === id);
  return one ? constraintFindings(config, ruleOf(one)).filter((finding) => finding.constraint === id) : [];
}

function configOf(example: Example, which: "fires" | "silent") {
  const dialect = DIALECTS.find(({ id }) => id === example.dialect);
  const language = dialect?.languages[0] ?? "yaml";
  const values = { ...BASES[example.dialect], ...example[which] };
  const declared = which === "silent" ? (example.silentDeclared ?? example.declared) : example.declared;
  const text = written(values, language);
  const asked = { ...example, ...(declared === undefined ? {} : { declared }) };
  return { text, language, config: readText(text, language, asked) };
}

function readText(
  text: string,
  language: ConfigLanguage,
  { dialect, declared, files = {} }: Example,
): TrainingConfig {
  const others = Object.entries(files).map(([path, content]) => [path, JSON.stringify(content)]);
  const name = `config.${language}`;
  const result = readConfig(
    text,
    language,
    workspaceOf({ [name]: text, ...Object.fromEntries(others) }, name),
    declarationsOf(declared),
  );
  const [config] = result.kind === "configs" ? result.configs : [];
  if (config?.dialect.id !== dialect) throw new Error(`no config of ${dialect}: ${result.kind}\n${text}`);
  return config;
}

function written(values: Values, language: ConfigLanguage): string {
  if (language === "json") return JSON.stringify(nested(values), null, 2);
  if (language === "yaml") return stringify(nested(values));
  return Object.entries(values)
    .map(([path, value]) => `${path} = ${JSON.stringify(value)}\n`)
    .join("");
}

/** Declarations as a comment writes them. */
function declarationsOf(declared: string | undefined): Declarations | undefined {
  const parsed = declared === undefined ? undefined : parseConfig(`# bitlaw: ${declared}\na: 1\n`, "yaml");
  const [document] = parsed?.ok ? parsed.documents : [];
  return document && readDeclarations(document);
}

function nested(values: Values): object {
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const segments = path.split(".");
    let map = root;
    for (const segment of segments.slice(0, -1)) {
      const inner = (map[segment] ?? {}) as Record<string, unknown>;
      map[segment] = inner;
      map = inner;
    }
    map[segments.at(-1) ?? ""] = value;
  }
  return root;
}
