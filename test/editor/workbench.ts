import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { boxOf, linesOf, type Spot, type TextBox } from "./editorText.ts";

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
      if (message.type() === "error" && /bitlaw/i.test(message.text())) this.#errors.push(message.text());
    });
  }

  /** The errors in the page's console that speak of Bitlaw, for the report of a failure. */
  get consoleErrors(): readonly string[] {
    return this.#errors;
  }

  async waitUntilReady(): Promise<void> {
    // The explorer lists the files last, when keys already work.
    await this.#page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  }

  /** Opens a file by its path in the workspace, scrolled to the line with this text. */
  async open(file: string, spot: Spot): Promise<void> {
    const source = await readFile(path.join(this.#workspace, file), "utf8");
    const line = source.split("\n").findIndex((content) => content.includes(spot.line)) + 1;
    if (!spot.line.includes(spot.text)) throw new Error(`"${spot.line}" does not hold "${spot.text}"`);
    if (line === 0) throw new Error(`${file} has no line with "${spot.line}"`);

    // By the explorer: the search behind Ctrl+P finds nothing in the virtual folder of test-web.
    const folders = file.split("/");
    const name = folders.pop() ?? file;
    for (const folder of folders) await this.#expand(folder);
    await this.#explorerRow(name).dblclick();
    await this.#page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.#typeInto("Control+G", `:${line}`);
    await this.#page.keyboard.press("Enter");
    await expect.poll(() => this.#box(spot), patient).toBeDefined();
  }

  async #expand(folder: string): Promise<void> {
    await this.#explorerRow(folder).waitFor();
    const closed = this.#explorerRow(folder, "[aria-expanded=false]");
    if ((await closed.count()) > 0) await closed.click();
  }

  #explorerRow(name: string, state = ""): Locator {
    const rows = this.#page.locator(`.explorer-folders-view .monaco-list-row${state}`);
    return rows.and(this.#page.locator(`[aria-label^="${name}"]`)).filter({ hasText: name });
  }

  /** Goes back to a file whose tab is open, as it was left. */
  async switchTo(name: string): Promise<void> {
    await this.#page.locator(`.tab[data-resource-name="${name}"]`).click();
    await this.#page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  /** Selects a word by a double click and types another one in its place. */
  async replaceWord(spot: Spot, word: string): Promise<void> {
    const { x, y, width, height } = await this.#place(spot);
    await this.#page.mouse.dblclick(x + width / 2, y + height / 2);
    await this.#page.keyboard.type(word);
    await expect.poll(() => this.visibleText(), patient).toContain(spot.line.replace(spot.text, word));
  }

  /** Clicks the name of a rule in the list of problems. */
  async clickRuleInProblems(rule: string): Promise<void> {
    await this.#page.keyboard.press("Control+Shift+M");
    await this.#page.locator(".markers-panel").getByText(rule, { exact: true }).first().click();
  }

  /** Opens the quick input with a key and types into it. */
  async #typeInto(key: string, text: string): Promise<void> {
    const typed = async () => {
      await this.#page.keyboard.press(key);
      await this.#quickInput().fill(text, { timeout: 2_000 });
      return this.#quickInput().inputValue({ timeout: 2_000 });
    };
    // More than once if need be: what the workbench still opens while it starts takes the focus, which closes the input.
    await expect.poll(() => typed().catch(() => undefined), patient).toBe(text);
  }

  #quickInput(): Locator {
    return this.#page.locator(".quick-input-widget:visible .quick-input-box input");
  }

  /** Runs a command by its title, from the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.#typeInto("F1", `>${title}`);
    await this.#page.locator(".quick-input-widget .monaco-list-row", { hasText: title }).first().click();
  }

  /** The body of a Markdown preview, once it is there. */
  async preview(name: string): Promise<Locator> {
    await this.#page.locator(".tab.active", { hasText: name }).waitFor();
    return this.#page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("body");
  }

  /** Types into the input box of this title and accepts it; where a problem is expected, waits for it instead. */
  async answerInput(title: string, text: string, problem?: string): Promise<void> {
    const box = this.#page.locator(".quick-input-widget:visible");
    await box.locator(".quick-input-title", { hasText: title }).waitFor();
    await this.#quickInput().fill(text);
    if (problem !== undefined) await box.locator(".quick-input-message", { hasText: problem }).waitFor();
    else await this.#page.keyboard.press("Enter");
  }

  /** Accepts what is picked already in the list of this title. */
  async acceptPicks(title: string): Promise<void> {
    const box = this.#page.locator(".quick-input-widget:visible");
    await box.locator(".quick-input-title", { hasText: title }).waitFor();
    await this.#page.keyboard.press("Enter");
  }

  /** Presses a button of the dialog that stands over the window. */
  async pressDialogButton(name: string): Promise<void> {
    await this.#page.locator(".monaco-dialog-box .monaco-button", { hasText: name }).click();
  }

  async waitForTab(name: string): Promise<void> {
    await this.#page.locator(".tab.active", { hasText: name }).waitFor();
  }

  /** Waits for a message in the corner of the window. */
  async waitForMessage(text: string): Promise<void> {
    await this.#page.locator(".notification-list-item-message", { hasText: text }).first().waitFor();
  }

  /** Replaces the settings of the workspace and comes back to the file that was open. */
  async writeWorkspaceSettings(settings: object): Promise<void> {
    const page = this.#page;
    const file = await page.locator(".tab.active").getAttribute("data-resource-name");
    await this.runCommand("Preferences: Open Workspace Settings (JSON)");
    await page.locator('.tab.active[data-resource-name="settings.json"]').waitFor();
    // The tab comes before the text, and the text before the cursor.
    await expect.poll(() => this.visibleText(), patient).toMatch(/^\s*\{/);
    await page.locator(".monaco-editor .view-line").first().click();
    await page.keyboard.press("Control+A");
    const text = JSON.stringify(settings);
    await page.keyboard.insertText(text);
    // What the editor has added on its own to close brackets and quotes.
    await page.keyboard.press("Control+Shift+End");
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await this.visibleText()).trim(), patient).toBe(text);
    await page.keyboard.press("Control+S");
    await this.switchTo(file ?? "");
  }

  /** Waits for a squiggle of this kind under this text. */
  async waitForSquiggle(squiggle: Squiggle, spot: Spot): Promise<void> {
    await expect.poll(() => this.#squigglesUnder(spot), patient).toContain(squiggle);
  }

  /** Waits until nothing is underlined any more under this text. */
  async waitForNoSquiggle(spot: Spot): Promise<void> {
    await expect.poll(() => this.#squigglesUnder(spot), patient).toEqual([]);
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

  async #squigglesUnder(spot: Spot): Promise<string[]> {
    const box = await this.#box(spot);
    if (!box) return [`"${spot.text}" is not on the screen`];
    const found = await this.#page.locator(".monaco-editor [class*='squiggly-']").all();
    const kinds = await Promise.all(
      found.map(async (squiggle) => {
        const [place, classes] = await Promise.all([squiggle.boundingBox(), squiggle.getAttribute("class")]);
        return place && overlap(place, box) ? /squiggly-(\w+)/.exec(classes ?? "")?.[1] : undefined;
      }),
    );
    return kinds.filter((kind) => kind !== undefined);
  }

  /** Rests the mouse on the text and returns the hover that comes; fails when none does. */
  async hover(spot: Spot): Promise<Locator> {
    await this.restMouseOn(spot);
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

  async restMouseOn(spot: Spot): Promise<void> {
    const { x, y, width, height } = await this.#place(spot);
    // From elsewhere, in steps: a hover wants the mouse to arrive.
    await this.#page.mouse.move(x + width / 2, y + height * 3);
    await this.#page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  }

  /** Puts the cursor into the text, opens the quick fixes and returns their titles. */
  async quickFixes(spot: Spot): Promise<string[]> {
    const { x, y, width, height } = await this.#place(spot);
    await this.#page.mouse.click(x + width / 2, y + height / 2);
    // The light bulb says that the editor knows its fixes here; before that the key at times opens nothing.
    await this.#page.locator(".lightBulbWidget:visible, [class*=gutter-lightbulb]:visible").first().waitFor();
    const actions = this.#page.locator(".action-widget .monaco-list-row.action");
    await this.#openMenu(actions.first());
    return (await actions.allInnerTexts()).map((title) => title.trim());
  }

  /** A freshly started editor now and then swallows the key, or shows a menu that is gone at once: press it again. */
  async #openMenu(firstAction: Locator): Promise<void> {
    for (let tries = 4; ; tries -= 1) {
      await this.#page.keyboard.press("Control+.");
      try {
        await firstAction.waitFor({ timeout: 5_000 });
        return;
      } catch (error) {
        if (tries === 0) throw error;
        await this.#page.keyboard.press("Escape");
      }
    }
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

  async useTheme(theme: "light" | "dark"): Promise<void> {
    await this.runCommand("Preferences: Color Theme");
    await this.#quickInput().fill(theme === "light" ? "Light Modern" : "Dark Modern");
    await this.#page.keyboard.press("Enter");
    await this.#page
      .locator(theme === "light" ? ".monaco-workbench.vs" : ".monaco-workbench.vs-dark")
      .waitFor();
    await this.#page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** The window, or only so much of it from the top. */
  async screenshot(file: string, height?: number): Promise<void> {
    const width = this.#page.viewportSize()?.width ?? 0;
    await this.#page.screenshot({ path: file, ...(height ? { clip: { x: 0, y: 0, width, height } } : {}) });
  }

  /** The pixels from the top of the window to the bottom of what it shows there. */
  async bottomOf(shown: Locator): Promise<number> {
    const box = await shown.boundingBox();
    return box ? box.y + box.height : 0;
  }

  close(): Promise<void> {
    return this.#dispose();
  }

  #box(spot: Spot): Promise<TextBox | undefined> {
    return this.#page.locator(".monaco-editor .view-lines").first().evaluate(boxOf, spot);
  }

  async #place(spot: Spot): Promise<TextBox> {
    const box = await this.#box(spot);
    if (!box) throw new Error(`"${spot.text}" is not on the screen`);
    return box;
  }
}

function overlap(a: TextBox, b: TextBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
