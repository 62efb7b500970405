import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { Word } from "../../../server/config/dialect/Dialect.ts";
import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import { setKeys } from "../../../server/lint/edits/setKeys.ts";
import { applyEdits, type TextEdit } from "../../../server/lint/edits/TextEdit.ts";
import { configOf } from "../config/runOf.ts";
import { Chance, randomFrom, randomJson, randomYaml } from "./randomConfig.ts";

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
    const others = (scalars: Record<string, string>) =>
      Object.fromEntries(Object.entries(scalars).filter(([path]) => !touched.has(path) && path !== ""));
    expect(others(scalarsOf(after, language)), context).toEqual(others(scalarsOf(text, language)));
    expect(commentsOf(after), context).toEqual(commentsOf(text));
    expect(after.includes("\r\n") && /[^\r]\n/.test(after), context).toBe(false);
  }
  return done;
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
      const done = check(
        "json",
        randomJson,
        (chance) => ({
          ...(chance.is(0.7) ? { bf16: chance.of([true, false]) } : {}),
          ...(chance.is(0.6) ? { fp16: chance.of([true, false]) } : {}),
          ...(chance.is(0.3) ? { bf16_optimizer_states: true, bf16_master_weights_and_grads: true } : {}),
          ...(chance.is(0.3) ? { grad_accum_dtype: "bf16" } : {}),
        }),
        {
          bf16: "/bf16/enabled",
          fp16: "/fp16/enabled",
          bf16_optimizer_states: "/bf16/bf16_optimizer_states",
          bf16_master_weights_and_grads: "/bf16/bf16_master_weights_and_grads",
          grad_accum_dtype: "/data_types/grad_accum_dtype",
        },
      );
      expect(done).toBe(RUNS);
    },
    TIME_LIMIT,
  );
});
