import { fileURLToPath } from "node:url";
import { inject, test } from "vitest";
import type { Spot } from "./editorText.ts";
import { launchWorkbench, type WindowSize } from "./launchWorkbench.ts";
import type { Workbench } from "./workbench.ts";

/** The pictures of the README, taken of the editor as it is. A person looks at them before they are committed. */
const FOLDER = fileURLToPath(new URL("../../docs/images/", import.meta.url));

/** VS Code gives a hover a quarter of the height: a tall window shows all of it, and the picture is cut below it. */
const TALL: WindowSize = { width: 1100, height: 2400 };

/** Pixels below what a picture is about. */
const MARGIN = 40;

interface Picture {
  readonly name: string;
  readonly size: WindowSize;
  /** Pixels from the top that belong to the picture; without it, all of the window. */
  take(workbench: Workbench): Promise<number | undefined>;
}

const pictures: readonly Picture[] = [
  {
    name: "hover",
    size: TALL,
    take: (workbench) =>
      hovered(workbench, "overtrained-fp4.megatron.yaml", { line: "--fp4-recipe: nvfp4", text: "nvfp4" }),
  },
  {
    name: "measured",
    size: TALL,
    take: (workbench) =>
      hovered(workbench, "llama-2.llama-factory.yaml", { line: "quantization_bit: 4", text: "4" }),
  },
  {
    name: "project",
    size: { width: 1100, height: 760 },
    async take(workbench) {
      const spot = { line: "--train-iters: 1000000", text: "1000000" };
      await workbench.open("team/pretrain.megatron.yaml", spot);
      await workbench.useTheme("light");
      await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
      await workbench.waitForSquiggle("error", spot);
      await workbench.quickFixes(spot);
      return 520;
    },
  },
];

test.each(pictures)("the picture $name", async ({ name, size, take }) => {
  const workbench = await launchWorkbench(inject("editor"), size);
  try {
    const height = await take(workbench);
    await workbench.screenshot(`${FOLDER}${name}.png`, height && Math.round(height + MARGIN));
  } finally {
    await workbench.close();
  }
});

async function hovered(workbench: Workbench, file: string, spot: Spot): Promise<number> {
  await workbench.open(file, spot);
  await workbench.useTheme("light");
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  // The server has answered once it shows a hover.
  const hover = await workbench.hover(spot);
  await hover.locator("img").first().waitFor();
  // It fades in.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return workbench.bottomOf(hover);
}
