import { readdirSync, readFileSync } from "node:fs";
import { getStaticTOMLValue, parseTOML } from "toml-eslint-parser";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import { probedRun } from "../../../server/lint/probe/probedRun.ts";
import { writableFormats } from "../../../server/lint/probe/probeFormats.ts";
import { configOf } from "../config/runOf.ts";
import { sourceOf, written } from "./sourceOf.ts";

/** Frameworks whose configs hold a seed and a learning rate. */
const TRAINERS = [
  "automodel",
  "axolotl",
  "gpt-neox",
  "levanter",
  "lingua",
  "litgpt",
  "llama-factory",
  "llama-factory-v1",
  "llm-foundry",
  "maxtext",
  "megatron-bridge",
  "megatron-lm",
  "mistral-finetune",
  "mlx-lm",
  "ms-swift",
  "nanotron",
  "nemo",
  "nemo-rl",
  "olmo",
  "primus",
  "torchtitan",
  "torchtune",
  "transformers",
  "trl",
  "unsloth",
  "verl",
];

/** Every scalar by its path as the packages for YAML and TOML see it: an independent reading. */
function scalarsOf(text: string, language: ConfigLanguage): Record<string, string> {
  const scalars: Record<string, string> = {};
  const walk = (value: unknown, path: string): void => {
    if (value === null || typeof value !== "object") scalars[path] = String(value);
    else for (const [key, inner] of Object.entries(value)) walk(inner, path === "" ? key : `${path}.${key}`);
  };
  walk(language === "toml" ? getStaticTOMLValue(parseTOML(text)) : parse(text, { merge: true }), "");
  return scalars;
}

const commentsOf = (text: string) => (text.match(/#.*/g) ?? []).map((comment) => comment.trimEnd());

/** A number as PyYAML resolves it, by the patterns of yaml/resolver.py. */
const PYYAML_NUMBER = /^(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|[1-9][0-9]*)$/;

it("Every framework whose configs hold a seed and a learning rate is tried here", () => {
  const able = DIALECTS.filter(({ keys }) => keys["seed"] && keys["learningRate"]).map(({ id }) => id);
  expect(able.sort()).toEqual(TRAINERS);
});

describe.each(TRAINERS)("Siblings of a config of %s", (id) => {
  const folder = new URL(`../../fixtures/${id}/`, import.meta.url);
  const [name = ""] = readdirSync(folder).filter((file) => file.startsWith("full."));
  const text = readFileSync(new URL(name, folder), "utf8");
  const source = sourceOf(text, name);
  const subject = probedRun(source);
  if (!subject.ok) throw new Error(subject.because);
  const { learningRate } = subject.probed;
  const formats = writableFormats(subject.probed).map(({ format }) => format.name);
  const allowed = Object.values(configOf(text, source.analysis.language).dialect.keys).flatMap(
    ({ paths }) => paths,
  );

  it("have their own seed and learning rate, and keep comments and every value that is no key", async () => {
    const { manifest, files } = await written(source, {
      seeds: [101, 102],
      lrFactors: [1, 3, 1e-4],
      formats,
    });
    const own = subject.probed.format?.value.name ?? "";
    expect(manifest.runs.filter(({ format }) => format === own)).toHaveLength(6);
    expect(new Set(files.map((file) => file.text)).size).toBe(files.length);
    for (const [i, run] of manifest.runs.entries()) {
      const after = files[i]?.text ?? "";
      const config = configOf(after, source.analysis.language);
      expect(config.run.facts.seed?.value).toBe(run.seed);
      expect(config.run.facts.learningRate?.value).toBe(run.learningRate);
      expect(commentsOf(after)).toEqual(commentsOf(text));
      const [old = {}, now = {}] = [text, after].map((one) => scalarsOf(one, source.analysis.language));
      const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
        (path) => old[path] !== now[path],
      );
      expect(changed.filter((path) => !allowed.some((key) => key === path))).toEqual([]);
      const rate = config.ownReadings.stated("learningRate")?.located.node;
      // The config's own rate stays as it was written.
      if (rate?.kind === "scalar" && run.learningRate !== learningRate && source.analysis.language === "yaml")
        expect(rate.text).toMatch(PYYAML_NUMBER);
    }
    const factors = manifest.runs.map((run) => run.learningRate / learningRate);
    for (const factor of factors)
      expect([1, 3, 1e-4].some((one) => Math.abs(one / factor - 1) < 1e-9)).toBe(true);
  });
});
