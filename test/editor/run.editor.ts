import { fileURLToPath } from "node:url";
import { describe, inject, test } from "vitest";
import { launchWorkbench } from "./launchWorkbench.ts";
import { type Scenario, scenarios } from "./scenarios.ts";

const editor = inject("editor");
const screenshots = fileURLToPath(new URL("screenshots/actual", import.meta.url));

describe(editor.kind, () => {
  for (const scenario of scenarios) test(scenario.name, () => play(scenario));
});

async function play({ name, run }: Scenario): Promise<void> {
  const screenshot = `${screenshots}/${editor.kind}-${name.replaceAll(/\W+/g, "-")}`;
  const workbench = await launchWorkbench(editor);
  try {
    await run(workbench);
    await workbench.screenshot(`${screenshot}.png`);
  } catch (error) {
    await workbench.screenshot(`${screenshot}-failed.png`);
    for (const line of workbench.consoleErrors.slice(-10)) console.error(`The page's console: ${line}`);
    throw error;
  } finally {
    await workbench.close();
  }
}
