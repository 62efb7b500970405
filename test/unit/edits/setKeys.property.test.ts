import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { Word } from "../../../server/config/dialect/Dialect.ts";
import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import type { ConfigNode } from "../../../server/config/document/ConfigNode.ts";
import { parseConfig } from "../../../server/config/document/parseConfig.ts";
import { setKeys } from "../../../server/lint/edits/setKeys.ts";
import { applyEdits, type TextEdit } from "../../../server/lint/edits/TextEdit.ts";
import { configOf } from "../config/runOf.ts";
import { Chance, randomFrom, randomHjson, randomJson, randomYaml } from "./randomConfig.ts";

const RUNS = 500;

/** Milliseconds; about 2 s on one core. */
const TIME_LIMIT = 30_000;

/** Every scalar by its path as the `yaml` package itself sees it, merges and aliases resolved: an independent reading. */
function scalarsOf(text: string, language: ConfigLanguage): Record<string, string> {
  const yaml = language === "json" ? text.replace(/\/\/.*/g, "").replaceAll("\t", " ") : text;
  const document = parseDocument(yaml, { merge: true, uniqueKeys: true });
  if (document.errors.length > 0) throw new Error(`${document.errors[0]?.message}\n${text}`);
  const scalars: Record<string, string> = {};
  const walk = (value: unknown, path: string): void => {
    if (value === null || typeof value !== "object") scalars[path] = String(value);
    else for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
  };
  walk(document.toJS(), "");
  return scalars;
}

/** Every scalar of an hjson text by its path. A text without quotes that swallowed an edit would not be the same. */
function hjsonScalarsOf(text: string): Record<string, string> {
  const parsed = parseConfig(text, "json", { syntax: "hjson" });
  if (!parsed.ok) throw new Error(`${parsed.failure.message}\n${text}`);
  const scalars: Record<string, string> = {};
  const walk = (node: ConfigNode, path: string): void => {
    if (node.kind === "map") for (const { key, value } of node.entries) walk(value, `${path}/${key}`);
    else if (node.kind === "scalar") scalars[path] = node.text;
  };
  for (const { root } of parsed.documents) walk(root, "");
  return scalars;
}

function commentsOf(text: string): readonly string[] {
  return (text.match(/(?:#|\/\/).*/g) ?? []).map((comment) => comment.trimEnd());
}

function expectApart(edits: readonly TextEdit[], text: string): void {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const [i, { span }] of ordered.entries()) {
    expect(span.start).toBeLessThanOrEqual(span.end);
    expect(span.end).toBeLessThanOrEqual(text.length);
    const next = ordered[i + 1]?.span;
    if (next) expect(span.end).toBeLessThanOrEqual(next.start);
    if (next && next.start === next.end && span.start === span.end)
      expect(span.start).toBeLessThan(next.start);
  }
}

/** Sets random keys in random configs; the paths of a key are where its value may turn up. */
function check(
  language: ConfigLanguage,
  write: (chance: Chance) => string,
  values: (chance: Chance) => Record<string, Word>,
  paths: Readonly<Record<string, string>>,
  scalars: (text: string) => Record<string, string> = (text) => scalarsOf(text, language),
): number {
  let done = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const chance = new Chance(randomFrom(seed));
    const text = write(chance);
    const wanted = values(chance);
    const config = configOf(text, language);
    const edits = setKeys(config, wanted);
    if (edits === undefined) continue;
    done++;
    expectApart(edits, text);
    const after = applyEdits(text, edits);
    const again = configOf(after, language);
    const context = `seed ${seed}\n${text}\n→ ${JSON.stringify(wanted)}\n${after}`;
    for (const [key, word] of Object.entries(wanted)) expect(again.readings.word(key), context).toBe(word);
    const touched = new Set(Object.keys(wanted).map((key) => paths[key]));
    const others = (all: Record<string, string>) =>
      Object.fromEntries(Object.entries(all).filter(([path]) => !touched.has(path) && path !== ""));
    expect(others(scalars(after)), context).toEqual(others(scalars(text)));
    expect(commentsOf(after), context).toEqual(commentsOf(text));
    expect(after.includes("\r\n") && /[^\r]\n/.test(after), context).toBe(false);
  }
  return done;
}

const JSON_PATHS = {
  bf16: "/bf16/enabled",
  fp16: "/fp16/enabled",
  bf16_optimizer_states: "/bf16/bf16_optimizer_states",
  bf16_master_weights_and_grads: "/bf16/bf16_master_weights_and_grads",
  grad_accum_dtype: "/data_types/grad_accum_dtype",
};

function jsonValues(chance: Chance): Record<string, Word> {
  return {
    ...(chance.is(0.7) ? { bf16: chance.of([true, false]) } : {}),
    ...(chance.is(0.6) ? { fp16: chance.of([true, false]) } : {}),
    ...(chance.is(0.3) ? { bf16_optimizer_states: true, bf16_master_weights_and_grads: true } : {}),
    ...(chance.is(0.3) ? { grad_accum_dtype: "bf16" } : {}),
  };
}

describe("setKeys on random configs changes the keys it is told to and nothing else", () => {
  it(
    "in YAML",
    () => {
      const done = check(
        "yaml",
        randomYaml,
        (chance) => ({
          ...(chance.is(0.7) ? { dtype: chance.of(["bfloat16", "float32", "float64"]) } : {}),
          ...(chance.is(0.5) ? { accumulate_grad_in_fp32: chance.of([true, false]) } : {}),
          ...(chance.is(0.4) ? { steps: 77 } : {}),
          ...(chance.is(0.3) ? { seed: 5 } : {}),
          ...(chance.is(0.3) ? { layers: 3, hidden: 8 } : {}),
        }),
        {
          dtype: "/model/dtype",
          accumulate_grad_in_fp32: "/optimizer/accumulate_grad_in_fp32",
          steps: "/tokens/train_steps",
          seed: "/general/seed",
          layers: "/model/model_config/num_hidden_layers",
          hidden: "/model/model_config/hidden_size",
        },
      );
      expect(done).toBeGreaterThan(0.95 * RUNS);
    },
    TIME_LIMIT,
  );

  it(
    "in JSON",
    () => {
      const done = check("json", randomJson, jsonValues, JSON_PATHS);
      expect(done).toBe(RUNS);
    },
    TIME_LIMIT,
  );

  it(
    "in hjson",
    () => {
      const done = check("json", randomHjson, jsonValues, JSON_PATHS, hjsonScalarsOf);
      // A value with another behind it on its line, and no comma between, is left alone.
      expect(done).toBeGreaterThan(0.8 * RUNS);
    },
    TIME_LIMIT,
  );
});
