import { expect } from "vitest";
import type { Squiggle, Workbench } from "./workbench.ts";

/** A config with a finding, and what the editor has to make of it. */
interface FlaggedConfig {
  readonly file: string;
  /** The text under the squiggle; also where the mouse rests and the quick fix is asked for. */
  readonly text: string;
  readonly squiggle: Squiggle;
  /** What the hover says, apart from the table and the curve that each has. */
  readonly hover: string;
  /** The quick fix to take, and the line as it is afterwards. */
  readonly fix: { readonly title: string; readonly line: string };
}

const flagged: FlaggedConfig = {
  file: "pretrain.yaml",
  text: "precision: fp16",
  squiggle: "warning",
  hover: "ΔL",
  fix: { title: "Use bf16", line: "precision: bf16" },
};

/** YAML that is no training config, though it holds a word that Bitlaw knows. */
const foreign = { file: "deployment.yaml", text: "value: fp16" };

export interface Scenario {
  readonly name: string;
  run(workbench: Workbench): Promise<void>;
}

export const scenarios: readonly Scenario[] = [
  {
    name: "a config with a finding shows its squiggle",
    async run(workbench) {
      await workbench.open(flagged.file, flagged.text);
      await workbench.waitForSquiggle(flagged.squiggle, flagged.text);
    },
  },
  ...(["dark", "light"] as const).map((theme) => ({
    name: `the hover shows a table and a drawn curve in a ${theme} theme`,
    run: (workbench: Workbench) => hoverShowsTableAndCurve(workbench, theme),
  })),
  {
    name: "a quick fix writes the better choice and the squiggle goes",
    async run(workbench) {
      await workbench.open(flagged.file, flagged.text);
      await workbench.waitForSquiggle(flagged.squiggle, flagged.text);
      expect(await workbench.quickFixes(flagged.text)).toContain(flagged.fix.title);
      await workbench.pickQuickFix(flagged.fix.title);
      await expect.poll(() => workbench.visibleText()).toContain(flagged.fix.line);
      await workbench.waitForNoSquiggle(flagged.fix.line);
    },
  },
  {
    name: "a Kubernetes manifest shows no squiggle and no hover",
    async run(workbench) {
      // The server has to be seen at work before its silence means something.
      await workbench.open(flagged.file, flagged.text);
      await workbench.waitForSquiggle(flagged.squiggle, flagged.text);
      await workbench.open(foreign.file, foreign.text);
      await workbench.restMouseOn(foreign.text);
      await pause(2_000);
      expect(await workbench.countSquiggles()).toBe(0);
      expect(await workbench.hoverShown().count()).toBe(0);
    },
  },
  {
    name: "the restart command brings the findings back",
    async run(workbench) {
      await workbench.open(flagged.file, flagged.text);
      await workbench.waitForSquiggle(flagged.squiggle, flagged.text);
      const gone = workbench.waitForBlankMoment();
      await workbench.runCommand("Bitlaw: Restart Language Server");
      await gone;
      await workbench.waitForSquiggle(flagged.squiggle, flagged.text);
    },
  },
];

async function hoverShowsTableAndCurve(workbench: Workbench, theme: "light" | "dark"): Promise<void> {
  await workbench.useTheme(theme);
  await workbench.open(flagged.file, flagged.text);
  await workbench.waitForSquiggle(flagged.squiggle, flagged.text);
  const hover = await workbench.hover(flagged.text);
  await expect.poll(() => hover.textContent(), { timeout: 5_000 }).toContain(flagged.hover);
  expect(await hover.locator("table td").count()).toBeGreaterThan(0);
  const curve = hover.locator('img[src^="data:image/svg+xml"]').first();
  // An image that Chromium could not draw has no width of its own.
  await expect.poll(() => curve.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
