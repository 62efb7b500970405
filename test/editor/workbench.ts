import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { boxOf, linesOf, type TextBox } from "./editorText.ts";

/** As VS Code names its squiggles. */
export type Squiggle = "error" | "warning" | "info" | "hint";

/** For what has no timeout of Playwright's own. */
const patient = { timeout: 20_000 };

/** Drives one VS Code in a browser the way a person does: with the keyboard, the mouse and what is on the screen. */
export class Workbench {
  readonly #page: Page;
  readonly #workspace: string;
  readonly #dispose: () => Promise<void>;
  readonly #errors: string[] = [];

  constructor(page: Page, workspace: string, dispose: () => Promise<void>) {
    this.#page = page;
    this.#workspace = workspace;
    this.#dispose = dispose;
    page.on("console", (message) => {
      const missing = message.text().includes("status of 404");
      if (message.type() === "error" && !missing) this.#errors.push(message.text().slice(0, 400));
    });
  }

  /** What the page wrote to its console as errors, for the report of a failure. */
  get consoleErrors(): readonly string[] {
    return this.#errors;
  }

  async waitUntilReady(): Promise<void> {
    // The explorer lists the files last, when keys already work.
    await this.#page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  }

  /** Opens a file by its path in the workspace, scrolled to the first line that holds `text`. */
  async open(file: string, text: string): Promise<void> {
    const source = await readFile(path.join(this.#workspace, file), "utf8");
    const line = source.split("\n").findIndex((content) => content.includes(text)) + 1;
    if (line === 0) throw new Error(`${file} does not hold "${text}"`);

    // By the explorer: the search behind Ctrl+P finds nothing in the virtual folder of test-web.
    const folders = file.split("/");
    const name = folders.pop() ?? file;
    for (const folder of folders) await this.#explorerRow(folder, "[aria-expanded=false]").click();
    await this.#explorerRow(name).dblclick();
    await this.#page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.#page.keyboard.press("Control+G");
    await this.#quickInput().fill(`:${line}`);
    await this.#page.keyboard.press("Enter");
    await expect.poll(() => this.#box(text), patient).toBeDefined();
  }

  #explorerRow(name: string, state = ""): Locator {
    const rows = this.#page.locator(`.explorer-folders-view .monaco-list-row${state}`);
    return rows.and(this.#page.locator(`[aria-label^="${name}"]`)).filter({ hasText: name });
  }

  #quickInput(): Locator {
    return this.#page.locator(".quick-input-box input");
  }

  /** Runs a command by its title, from the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.#page.keyboard.press("F1");
    await this.#quickInput().fill(`>${title}`);
    const palette = this.#page.locator(".quick-input-widget");
    await palette.locator(".monaco-list-row", { hasText: title }).first().click();
    await palette.waitFor({ state: "hidden" });
  }

  /** Waits for a squiggle of this kind under `text`. */
  async waitForSquiggle(squiggle: Squiggle, text: string): Promise<void> {
    await expect.poll(() => this.#squigglesUnder(text), patient).toContain(squiggle);
  }

  /** Waits until nothing is underlined any more below `text`. */
  async waitForNoSquiggle(text: string): Promise<void> {
    await expect.poll(() => this.#squigglesUnder(text), patient).toEqual([]);
  }

  /** Waits for a moment without any squiggle, however short; to be called before what brings that moment about. */
  async waitForBlankMoment(): Promise<void> {
    const noSquiggles = () => document.querySelector(".monaco-editor [class*='squiggly-']") === null;
    await this.#page.waitForFunction(noSquiggles, undefined, { polling: "raf" });
  }

  /** How many squiggles the editor shows now. */
  countSquiggles(): Promise<number> {
    return this.#page.locator(".monaco-editor [class*='squiggly-']").count();
  }

  async #squigglesUnder(text: string): Promise<string[]> {
    const box = await this.#box(text);
    if (!box) return [`"${text}" is not on the screen`];
    const found = await this.#page.locator(".monaco-editor [class*='squiggly-']").all();
    const kinds = await Promise.all(
      found.map(async (squiggle) => {
        const [place, classes] = await Promise.all([squiggle.boundingBox(), squiggle.getAttribute("class")]);
        return place && overlap(place, box) ? /squiggly-(\w+)/.exec(classes ?? "")?.[1] : undefined;
      }),
    );
    return kinds.filter((kind) => kind !== undefined);
  }

  /** Rests the mouse on `text` and returns the hover that comes; fails when none does. */
  async hover(text: string): Promise<Locator> {
    await this.restMouseOn(text);
    const hover = this.hoverShown();
    await hover.waitFor();
    return hover;
  }

  /** The editor's hover as it is now, if any; glyphs and buttons of the workbench have hovers of another kind. */
  hoverShown(): Locator {
    return this.#page
      .locator(".monaco-editor .monaco-hover:visible, .monaco-resizable-hover .monaco-hover:visible")
      .first();
  }

  async restMouseOn(text: string): Promise<void> {
    const { x, y, width, height } = await this.#place(text);
    // From elsewhere, in steps: a hover wants the mouse to arrive.
    await this.#page.mouse.move(x + width / 2, y + height * 3);
    await this.#page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  }

  /** Puts the cursor into `text`, opens the quick fixes and returns their titles. */
  async quickFixes(text: string): Promise<string[]> {
    const { x, y, width, height } = await this.#place(text);
    await this.#page.mouse.click(x + width / 2, y + height / 2);
    await this.#page.keyboard.press("Control+.");
    const actions = this.#page.locator(".action-widget .monaco-list-row.action");
    await actions.first().waitFor();
    return (await actions.allInnerTexts()).map((title) => title.trim());
  }

  /** Picks one of the quick fixes that `quickFixes` opened. */
  async pickQuickFix(title: string): Promise<void> {
    const actions = this.#page.locator(".action-widget .monaco-list-row.action");
    const wanted = this.#page.locator(".action-widget .monaco-list-row.action.focused", { hasText: title });
    // By key: the menu takes no click before the mouse has moved over it.
    for (let steps = await actions.count(); steps > 0 && (await wanted.count()) === 0; steps -= 1) {
      await this.#page.keyboard.press("ArrowDown");
    }
    await wanted.waitFor();
    await this.#page.keyboard.press("Enter");
  }

  /** The lines of the file that are on the screen. */
  visibleText(): Promise<string> {
    return this.#page.locator(".monaco-editor .view-lines").first().evaluate(linesOf);
  }

  /** Types at the end of the line that holds `text`. */
  async typeAfter(text: string, typed: string): Promise<void> {
    const { x, y, width, height } = await this.#place(text);
    await this.#page.mouse.click(x + width / 2, y + height / 2);
    await this.#page.keyboard.press("End");
    await this.#page.keyboard.type(typed);
  }

  async useTheme(theme: "light" | "dark"): Promise<void> {
    const shown = this.#page.locator(
      theme === "light" ? ".monaco-workbench.vs" : ".monaco-workbench.vs-dark",
    );
    if ((await shown.count()) > 0) return;
    await this.runCommand("Preferences: Toggle between Light/Dark Themes");
    await shown.waitFor();
  }

  async screenshot(file: string): Promise<void> {
    await this.#page.screenshot({ path: file });
  }

  close(): Promise<void> {
    return this.#dispose();
  }

  #box(text: string): Promise<TextBox | undefined> {
    return this.#page.locator(".monaco-editor .view-lines").first().evaluate(boxOf, text);
  }

  async #place(text: string): Promise<TextBox> {
    const box = await this.#box(text);
    if (!box) throw new Error(`"${text}" is not on the screen`);
    return box;
  }
}

function overlap(a: TextBox, b: TextBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
