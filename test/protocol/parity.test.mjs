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

const TRAINER =
  "model_name_or_path: meta-llama/Llama-3.1-8B\nper_device_train_batch_size: 4\nlearning_rate: 1.0e-5\noutput_dir: out\nbf16: true\ndeepspeed: ds.json\n";
const ENGINE = '{\n  "bf16": { "enabled": false },\n  "zero_optimization": { "stage": 2 }\n}\n';

it.each([
  ["one that it needs", `// bitlaw-disable-file companion-disagrees -- known\n${ENGINE}`],
  [
    "one for the line, and one for nothing",
    `// bitlaw-disable-file loss-scaling, companion-disagrees\n${ENGINE.replace('  "bf16"', '  // bitlaw-disable-next-line companion-disagrees\n  "bf16"')}`,
  ],
  ["one of an unknown rule", `// bitlaw-disable-file companion-disagree\n${ENGINE}`],
])(
  "The command line and a language server say the same about a companion with comments: %s",
  async (_, engine) => {
    const here = mkdtempSync(path.join(folder, "comments-"));
    write(path.join(here, "ds.json"), engine);
    // Two configs that say the same about it.
    write(path.join(here, "one/train.yaml"), TRAINER.replace("ds.json", "../ds.json"));
    write(path.join(here, "train.yaml"), TRAINER);
    await expectSame(here);
  },
);

it("A companion's comment silences what its configs say about it, and is of use by that", async () => {
  const here = path.join(folder, "silenced");
  write(path.join(here, "train.yaml"), TRAINER);
  write(path.join(here, "ds.json"), `// bitlaw-disable-file companion-disagrees -- known\n${ENGINE}`);
  const { rules } = await expectSame(here);
  expect(rules.get("train.yaml")).toContain("companion-disagrees");
  expect(rules.get("ds.json")).not.toContain("companion-disagrees");
  expect(rules.get("ds.json")).not.toContain("unused-suppression");
});

it("The command line and a language server say the same under a project file with all that it can hold", async () => {
  const here = path.join(folder, "whole-project");
  const config = readFileSync(path.join(root, "examples/overtrained-fp4.megatron.yaml"), "utf8");
  write(
    path.join(here, ".bitlaw.yaml"),
    "rules: { single-seed-comparison: off }\ndeclare: { hardware: b200, tokens: 9T }\nsuppressions:\n  - files: [runs/accepted.yaml]\n    rules: [overtrained-for-format]\n",
  );
  write(
    path.join(here, "runs/.bitlaw.yaml"),
    "# bitlaw-disable-file invalid-project-file\nextends: ../.bitlaw.yaml\nrules: { no-such-rule: off }\nignore: [left/]\nlaws: { use: [sun-2025] }\nthresholds: { coarse-scaling: { gain: 0.01 } }\noverrides:\n  - files: [hints/**]\n    rules: { overtrained-for-format: hint }\n    declare: { world_size: 8 }\n",
  );
  for (const file of ["runs/accepted.yaml", "runs/hints/train.yaml", "runs/left/train.yaml", "train.yaml"])
    write(path.join(here, file), config);
  write(
    path.join(here, "runs/comments.yaml"),
    `# bitlaw-disable-file overtrained-for-format, los-scaling\n${config}`,
  );
  write(path.join(here, "runs/ds.json"), ENGINE);
  write(path.join(here, "runs/trainer.yaml"), TRAINER);
  const { rules } = await expectSame(here);
  expect(rules.get("runs/.bitlaw.yaml")).toContain("invalid-project-file");
  expect(rules.get("train.yaml")).toContain("overtrained-for-format");
  expect(rules.get("runs/accepted.yaml")).not.toContain("overtrained-for-format");
  expect(rules.get("runs/comments.yaml")).toContain("unknown-suppression");
});

it.each([
  ["YAML that cannot be parsed", "rules: [\n"],
  ["a wrong value", "rules: { loss-scaling: loud }\n"],
  ["extends that lead back", "extends: .bitlaw.yaml\n"],
  ["several documents", "rules: {}\n---\nrules: {}\n"],
])("The command line and a language server say the same about a broken project file: %s", async (_, text) => {
  const here = mkdtempSync(path.join(folder, "broken-"));
  write(path.join(here, ".bitlaw.yaml"), text);
  write(path.join(here, "ds.json"), ENGINE);
  write(path.join(here, "train.yaml"), TRAINER);
  const { rules } = await expectSame(here);
  expect(rules.get(".bitlaw.yaml")).toEqual(["invalid-project-file"]);
});

async function expectSame(here) {
  const files = readdirSync(here, { recursive: true })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => /\.(?:ya?ml|json|toml|sh|slurm)$/.test(file))
    .sort();
  const { findings, differences, rules } = await parity(here, files);
  expect(differences).toEqual([]);
  // Two silent programs would agree as well.
  expect(findings).toBeGreaterThan(0);
  return { rules };
}

function configsIn(page) {
  return [...page.matchAll(/^```(yaml|jsonc?)\b.*\n([\s\S]*?)^```/gm)];
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
