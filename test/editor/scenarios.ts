import { expect } from "vitest";
import type { Spot } from "./editorText.ts";
import type { Squiggle, Workbench } from "./workbench.ts";

/** A config with a finding, and what the editor has to make of it. */
interface FlaggedConfig {
  readonly file: string;
  /** What the squiggle underlines, and where the quick fix is asked for. */
  readonly spot: Spot;
  readonly squiggle: Squiggle;
  readonly fix: {
    /** A part of the title of the quick fix. */
    readonly title: string;
    /** A line that it writes. */
    readonly writes: string;
    /** The spot afterwards, where the quick fix changes its text. */
    readonly spot?: Spot;
  };
}

const overtrained: FlaggedConfig & { readonly rule: string } = {
  rule: "overtrained-for-format",
  file: "overtrained-fp4.megatron.yaml",
  spot: { line: "--train-iters: 500000", text: "500000" },
  squiggle: "warning",
  fix: { title: "train in FP8 E4M3, per tensor", writes: "--fp8-recipe: tensorwise" },
};

const flagged: readonly FlaggedConfig[] = [
  overtrained,
  {
    file: "unknown-word.llm-foundry.yaml",
    spot: { line: "precision: bf16", text: "bf16" },
    squiggle: "error",
    fix: {
      title: "Change to `amp_bf16`",
      writes: "precision: amp_bf16",
      spot: { line: "precision: amp_bf16", text: "amp_bf16" },
    },
  },
  {
    file: "ds_config.json",
    spot: { line: '"bf16": { "enabled": true }', text: "true" },
    squiggle: "error",
    fix: { title: "Set fp16.enabled: false", writes: '"fp16": { "enabled": false }' },
  },
  {
    file: "launch.megatron.sh",
    spot: { line: "--fp8-recipe mxfp8", text: "mxfp8" },
    squiggle: "error",
    fix: { title: "Set --fp8-format e4m3", writes: "--fp8-format e4m3" },
  },
  {
    file: "old-converter.torchtitan.toml",
    spot: { line: 'converters = ["float8"]', text: "float8" },
    squiggle: "error",
    fix: {
      title: "quantize.linear.float8",
      writes: 'converters = ["quantize.linear.float8"]',
      spot: { line: 'converters = ["quantize.linear.float8"]', text: "quantize.linear.float8" },
    },
  },
];

/** A place whose hover has a table and a curve. */
const hovered = {
  file: overtrained.file,
  spot: { line: "--fp4-recipe: nvfp4", text: "nvfp4" },
  says: ["NVFP4 trades", "less time", "bitlaw-train", "Nearest published"],
};

/** A quantized base model with published results of its own. */
const measured = {
  file: "llama-2.llama-factory.yaml",
  spot: { line: "quantization_bit: 4", text: "4" },
  says: [
    "measured: LLaMA-2-7B, RTN 4 bit g128",
    "bitlaw-ptq",
    "by its own fit",
    "within 2×",
    "80 % interval",
  ],
};

/** A trainer and its DeepSpeed file that disagree: the finding stands in both. */
const companions = {
  trainer: { file: "two-files.transformers.yaml", spot: { line: "bf16: false", text: "false" } },
  engine: { file: "zero2.deepspeed.json", spot: { line: '"enabled": true', text: "true" } },
};

/** YAML that is no training config, though it holds a word that Bitlaw knows. */
const foreign = { file: "deployment.yaml", spot: { line: "value: fp16", text: "fp16" } };

/** A folder with a project file, which makes the finding an error and leaves a subfolder alone. */
const team = {
  project: { file: "team/.bitlaw.yaml", spot: { line: "overtrained-for-format: error", text: "error" } },
  config: {
    file: "team/pretrain.megatron.yaml",
    name: "pretrain.megatron.yaml",
    spot: { line: "--train-iters: 1000000", text: "1000000" },
  },
  ignored: "team/archive/earlier.megatron.yaml",
};

export interface Scenario {
  readonly name: string;
  run(workbench: Workbench): Promise<void>;
}

export const scenarios: readonly Scenario[] = [
  ...flagged.map((config) => ({
    name: `${config.file} shows its squiggle, and a quick fix takes it away`,
    run: (workbench: Workbench) => quickFixRemovesSquiggle(workbench, config),
  })),
  ...(["dark", "light"] as const).map((theme) => ({
    name: `the hover shows a table and a drawn curve in a ${theme} theme`,
    run: (workbench: Workbench) => hoverShowsTableAndCurve(workbench, theme),
  })),
  {
    name: "the hover of a quantized base model shows published results, then predictions with interval and record",
    async run(workbench) {
      // The file has no squiggle that would tell that the server has started.
      await workbench.open(overtrained.file, overtrained.spot);
      await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
      await workbench.open(measured.file, measured.spot);
      const hover = await workbench.hover(measured.spot);
      for (const part of measured.says)
        await expect.poll(() => hover.textContent(), { timeout: 20_000 }).toContain(part);
    },
  },
  {
    name: "a Kubernetes manifest shows no squiggle and no hover",
    async run(workbench) {
      // The server has to be seen at work before its silence means something.
      await workbench.open(overtrained.file, overtrained.spot);
      await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
      await workbench.open(foreign.file, foreign.spot);
      await workbench.restMouseOn(foreign.spot);
      await pause(2_000);
      expect(await workbench.countSquiggles()).toBe(0);
      expect(await workbench.hoverShown().count()).toBe(0);
    },
  },
  {
    name: "a finding about two files stands in both, and goes when one is corrected",
    async run(workbench) {
      const { trainer, engine } = companions;
      await workbench.open(trainer.file, trainer.spot);
      await workbench.waitForSquiggle("error", trainer.spot);
      await workbench.open(engine.file, engine.spot);
      await workbench.waitForSquiggle("error", engine.spot);
      await workbench.open(trainer.file, trainer.spot);
      await workbench.quickFixes(trainer.spot);
      await workbench.pickQuickFix("Set bf16: true (changes the run)");
      await workbench.waitForNoSquiggle({ line: "bf16: true", text: "true" });
      await workbench.open(engine.file, engine.spot);
      await workbench.waitForNoSquiggle(engine.spot);
    },
  },
  {
    name: "the command that compares laws opens a report, and says why there is none for a foreign file",
    async run(workbench) {
      await workbench.open(overtrained.file, overtrained.spot);
      await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
      await workbench.runCommand("Bitlaw: Compare Laws for This Run");
      const report = await workbench.preview(`Laws for ${overtrained.file}.md`);
      for (const part of [`Laws compared: ${overtrained.file}`, "sun-2025", "Laws that do not apply"])
        await expect.poll(() => report.textContent(), { timeout: 20_000 }).toContain(part);
      expect(await report.locator("table td").count()).toBeGreaterThan(0);
      await workbench.open(foreign.file, foreign.spot);
      await workbench.runCommand("Bitlaw: Compare Laws for This Run");
      await workbench.waitForMessage(`${foreign.file} is not a training config that Bitlaw knows`);
    },
  },
  {
    name: "the name of a rule in a problem opens its page, rendered",
    async run(workbench) {
      await workbench.open(overtrained.file, overtrained.spot);
      await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
      const hover = await workbench.hover(overtrained.spot);
      await hover.locator(".code-link", { hasText: overtrained.rule }).click();
      await showsPage(workbench, overtrained.rule);
    },
  },
  {
    name: "the page of a rule is offered behind the fixes, and by a command for every rule",
    async run(workbench) {
      await workbench.open(overtrained.file, overtrained.spot);
      await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
      const titles = await workbench.quickFixes(overtrained.spot);
      expect(titles.at(0)).toContain(overtrained.fix.title);
      await workbench.pickQuickFix(`Show the page of ${overtrained.rule}`);
      await showsPage(workbench, overtrained.rule);
      await workbench.runCommand("Bitlaw: Show Rule…");
      await workbench.answerInput("Show Rule", "misread-number");
      await showsPage(workbench, "misread-number");
    },
  },
  {
    name: "the command that writes probe configs asks, writes them, and asks again before it replaces them",
    async run(workbench) {
      await workbench.open(overtrained.file, overtrained.spot);
      await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
      await writeProbe(workbench, "Write");
      await workbench.waitForTab("bitlaw-probe.json");
      const written = ["overtrained-fp4.megatron.nvfp4.lr3e-4.seed1234.yaml", '"learningRate": 0.0009'];
      for (const part of written)
        await expect.poll(() => workbench.visibleText(), { timeout: 20_000 }).toContain(part);
      await workbench.open(overtrained.file, overtrained.spot);
      await writeProbe(workbench, "Replace");
      await workbench.waitForTab("bitlaw-probe.json");
      await workbench.open(foreign.file, foreign.spot);
      await workbench.runCommand("Bitlaw: Write Probe Configs for This Run…");
      await workbench.waitForMessage(`${foreign.file} is not a training config that Bitlaw knows`);
    },
  },
  {
    name: "settings change the findings while a config is open",
    async run(workbench) {
      await workbench.open(overtrained.file, overtrained.spot);
      await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
      await workbench.writeWorkspaceSettings({ "bitlaw.rules": { [overtrained.rule]: "error" } });
      await workbench.waitForSquiggle("error", overtrained.spot);
      await workbench.writeWorkspaceSettings({ "bitlaw.enable": false });
      await workbench.waitForNoSquiggle(overtrained.spot);
    },
  },
  {
    name: "a project file gives severities, unsaved as well, and leaves files alone",
    async run(workbench) {
      const { project, config, ignored } = team;
      await workbench.open(config.file, config.spot);
      await workbench.waitForSquiggle("error", config.spot);
      await workbench.open(ignored, config.spot);
      await pause(2_000);
      expect(await workbench.countSquiggles()).toBe(0);
      await workbench.open(project.file, project.spot);
      await workbench.replaceWord(project.spot, "warning");
      await workbench.switchTo(config.name);
      await workbench.waitForSquiggle("warning", config.spot);
    },
  },
  {
    name: "a mistake in a project file has a squiggle, and a quick fix takes it away",
    async run(workbench) {
      const { file, spot } = team.project;
      await workbench.open(file, spot);
      await workbench.replaceWord(spot, "eror");
      const mistake = { line: "overtrained-for-format: eror", text: "eror" };
      await workbench.waitForSquiggle("error", mistake);
      await workbench.quickFixes(mistake);
      await workbench.pickQuickFix("Change to `error`");
      await workbench.waitForNoSquiggle(spot);
    },
  },
  {
    name: "a suppression for a file that is not there has a squiggle, and a quick fix names the file that is meant",
    async run(workbench) {
      const files = "files: [/pretrain.megatron.yaml]";
      await workbench.open(team.project.file, team.project.spot);
      await workbench.replaceWord({ line: files, text: "pretrain" }, "pretain");
      const mistake = { line: files.replace("pretrain", "pretain"), text: "pretain" };
      await workbench.waitForSquiggle("info", mistake);
      await workbench.quickFixes(mistake);
      await workbench.pickQuickFix("Change to `/pretrain.megatron.yaml`");
      await workbench.waitForNoSquiggle({ line: files, text: "pretrain" });
    },
  },
  {
    name: "a quick fix disables a rule for a line, and a misspelt rule in the comment is found",
    async run(workbench) {
      const { rule, file, spot } = overtrained;
      await workbench.open(file, spot);
      await workbench.waitForSquiggle(overtrained.squiggle, spot);
      await workbench.quickFixes(spot);
      await workbench.pickQuickFix(`Disable ${rule} for this line`);
      await expect
        .poll(() => workbench.visibleText(), { timeout: 5_000 })
        .toContain(`disable-next-line ${rule}`);
      await workbench.waitForNoSquiggle(spot);
      await workbench.replaceWord({ line: rule, text: "format" }, "formt");
      await workbench.waitForSquiggle("info", { line: "overtrained-for-formt", text: "formt" });
      await workbench.waitForSquiggle(overtrained.squiggle, spot);
    },
  },
  {
    name: "the name of a rule among the problems opens its page, and links between pages work",
    async run(workbench) {
      const { rule, file, spot } = overtrained;
      await workbench.open(file, spot);
      await workbench.waitForSquiggle(overtrained.squiggle, spot);
      await workbench.clickRuleInProblems(rule);
      await showsPage(workbench, rule);
      const page = await workbench.preview(`${rule}.md`);
      await page.locator("a", { hasText: "prediction" }).first().click();
      const index = await workbench.preview("README.md");
      await expect.poll(() => index.locator("h1").textContent(), { timeout: 20_000 }).toBe("Rules");
    },
  },
  {
    name: "the restart command brings the findings back",
    async run(workbench) {
      await workbench.open(overtrained.file, overtrained.spot);
      await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
      const blank = workbench.waitForBlankMoment();
      await workbench.runCommand("Bitlaw: Restart Language Server");
      await blank;
      await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
    },
  },
];

/** The active tab is the rule's page as it looks, with its table of facts, and not its Markdown. */
async function showsPage(workbench: Workbench, rule: string): Promise<void> {
  const page = await workbench.preview(`${rule}.md`);
  await expect.poll(() => page.locator("h1").textContent(), { timeout: 20_000 }).toBe(rule);
  await page.locator("th", { hasText: "Default severity" }).waitFor();
}

/** Two seeds and two learning rates, after a number of seeds that is refused, in the formats that are picked already. */
async function writeProbe(workbench: Workbench, button: "Write" | "Replace"): Promise<void> {
  await workbench.runCommand("Bitlaw: Write Probe Configs for This Run…");
  await workbench.answerInput("(1/3)", "none", "It is a number of seeds");
  await workbench.answerInput("(1/3)", "2");
  await workbench.answerInput("(2/3)", "1,3");
  await workbench.acceptPicks("(3/3)");
  await workbench.pressDialogButton(button);
}

async function quickFixRemovesSquiggle(workbench: Workbench, config: FlaggedConfig): Promise<void> {
  const { file, spot, squiggle, fix } = config;
  await workbench.open(file, spot);
  await workbench.waitForSquiggle(squiggle, spot);
  const titles = await workbench.quickFixes(spot);
  const title = titles.find((offered) => offered.includes(fix.title));
  if (title === undefined) throw new Error(`no quick fix "…${fix.title}…" among: ${titles.join(" | ")}`);
  await workbench.pickQuickFix(title);
  await expect.poll(() => workbench.visibleText(), { timeout: 5_000 }).toContain(fix.writes);
  await workbench.waitForNoSquiggle(fix.spot ?? spot);
}

async function hoverShowsTableAndCurve(workbench: Workbench, theme: "light" | "dark"): Promise<void> {
  await workbench.open(hovered.file, hovered.spot);
  await workbench.useTheme(theme);
  await workbench.waitForSquiggle(overtrained.squiggle, overtrained.spot);
  const hover = await workbench.hover(hovered.spot);
  const text = () => hover.textContent();
  for (const part of hovered.says) await expect.poll(text, { timeout: 5_000 }).toContain(part);
  expect(await hover.locator("table td").count()).toBeGreaterThan(0);
  const curve = hover.locator('img[src^="data:image/svg+xml"]').first();
  // An image that Chromium could not draw has no width of its own.
  await expect.poll(() => curve.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
