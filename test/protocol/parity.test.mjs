import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parity } from "../../.scripts/parity.mjs";
import { root } from "../../.scripts/root.mjs";

let folder;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-parity-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ["the examples", "examples"],
  ["the fixtures", "test/fixtures"],
])("The command line and a language server say the same about %s", async (_, source) => {
  const here = path.join(folder, path.basename(source));
  cpSync(path.join(root, source), here, { recursive: true });
  await expectSame(here);
});

it("The command line and a language server say the same about the configs of the rule pages", async () => {
  const here = path.join(folder, "pages");
  mkdirSync(here);
  const pages = path.join(root, "docs/rules");
  // A folder each, because configs side by side may belong together.
  for (const page of readdirSync(pages))
    for (const [i, [, language, text]] of configsIn(readFileSync(path.join(pages, page), "utf8")).entries())
      write(path.join(here, page, String(i), language === "yaml" ? "config.yaml" : "config.json"), text);
  await expectSame(here);
});

it("The command line and a language server say the same about a config and the file that it names", async () => {
  const here = path.join(folder, "companions");
  write(path.join(here, "ds.json"), '{"bf16": {"enabled": false}, "zero_optimization": {"stage": 2}}');
  write(
    path.join(here, "train.yaml"),
    "model_name_or_path: meta-llama/Llama-3.1-8B\nper_device_train_batch_size: 4\nlearning_rate: 1.0e-5\noutput_dir: out\nbf16: true\ndeepspeed: ds.json\n",
  );
  await expectSame(here);
});

it("The command line and a language server say the same under a project file", async () => {
  const here = path.join(folder, "project");
  const config = readFileSync(path.join(root, "examples/overtrained-fp4.megatron.yaml"), "utf8");
  write(
    path.join(here, ".bitlaw.yaml"),
    "rules:\n  single-seed-comparison: off\n  overtrained-for-format: error\n",
  );
  write(path.join(here, "train.yaml"), config);
  await expectSame(here);
});

async function expectSame(here) {
  const files = readdirSync(here, { recursive: true })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .sort();
  const { findings, differences } = await parity(here, files);
  expect(differences).toEqual([]);
  // Two silent programs would agree as well.
  expect(findings).toBeGreaterThan(0);
}

function configsIn(page) {
  return [...page.matchAll(/^```(yaml|jsonc?)\b.*\n([\s\S]*?)^```/gm)];
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
