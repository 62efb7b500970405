import { expect } from "vitest";
import type { Spot } from "./editorText.ts";
import type { Squiggle, Workbench } from "./workbench.ts";

/** A config with a finding, and what the editor has to make of it. */
interface FlaggedConfig {
  readonly file: string;
  /** What the squiggle underlines; also where the mouse rests and the quick fix is asked for. */
  readonly spot: Spot;
  readonly squiggle: Squiggle;
  /** What the hover says, apart from the table and the curve that each has. */
  readonly hover: string;
  /** The quick fix to take, and the same place afterwards. */
  readonly fix: { readonly title: string; readonly spot: Spot };
}

const flagged: FlaggedConfig = {
  file: "pretrain.yaml",
  spot: { line: "precision: fp16", text: "fp16" },
  squiggle: "warning",
  hover: "ΔL",
  fix: { title: "Use bf16", spot: { line: "precision: bf16", text: "bf16" } },
};

/** YAML that is no training config, though it holds a word that Bitlaw knows. */
const foreign = { file: "deployment.yaml", spot: { line: "value: fp16", text: "fp16" } };

export interface Scenario {
  readonly name: string;
  run(workbench: Workbench): Promise<void>;
}

export const scenarios: readonly Scenario[] = [
  {
    name: "a config with a finding shows its squiggle",
    async run(workbench) {
      await workbench.open(flagged.file, flagged.spot);
      await workbench.waitForSquiggle(flagged.squiggle, flagged.spot);
    },
  },
  ...(["dark", "light"] as const).map((theme) => ({
    name: `the hover shows a table and a drawn curve in a ${theme} theme`,
    run: (workbench: Workbench) => hoverShowsTableAndCurve(workbench, theme),
  })),
  {
    name: "a quick fix writes the better choice and the squiggle goes",
    async run(workbench) {
      await workbench.open(flagged.file, flagged.spot);
      await workbench.waitForSquiggle(flagged.squiggle, flagged.spot);
      expect(await workbench.quickFixes(flagged.spot)).toContain(flagged.fix.title);
      await workbench.pickQuickFix(flagged.fix.title);
      await expect.poll(() => workbench.visibleText()).toContain(flagged.fix.spot.line);
      await workbench.waitForNoSquiggle(flagged.fix.spot);
    },
  },
  {
    name: "a Kubernetes manifest shows no squiggle and no hover",
    async run(workbench) {
      // The server has to be seen at work before its silence means something.
      await workbench.open(flagged.file, flagged.spot);
      await workbench.waitForSquiggle(flagged.squiggle, flagged.spot);
      await workbench.open(foreign.file, foreign.spot);
      await workbench.restMouseOn(foreign.spot);
      await pause(2_000);
      expect(await workbench.countSquiggles()).toBe(0);
      expect(await workbench.hoverShown().count()).toBe(0);
    },
  },
  {
    name: "the restart command brings the findings back",
    async run(workbench) {
      await workbench.open(flagged.file, flagged.spot);
      await workbench.waitForSquiggle(flagged.squiggle, flagged.spot);
      const gone = workbench.waitForBlankMoment();
      await workbench.runCommand("Bitlaw: Restart Language Server");
      await gone;
      await workbench.waitForSquiggle(flagged.squiggle, flagged.spot);
    },
  },
];

async function hoverShowsTableAndCurve(workbench: Workbench, theme: "light" | "dark"): Promise<void> {
  await workbench.useTheme(theme);
  await workbench.open(flagged.file, flagged.spot);
  await workbench.waitForSquiggle(flagged.squiggle, flagged.spot);
  const hover = await workbench.hover(flagged.spot);
  await expect.poll(() => hover.textContent(), { timeout: 5_000 }).toContain(flagged.hover);
  expect(await hover.locator("table td").count()).toBeGreaterThan(0);
  const curve = hover.locator('img[src^="data:image/svg+xml"]').first();
  // An image that Chromium could not draw has no width of its own.
  await expect.poll(() => curve.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
