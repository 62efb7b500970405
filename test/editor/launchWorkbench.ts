import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { Workbench } from "./workbench.ts";

/** A running editor, as `serveEditor.mjs` hands it over. */
export interface Editor {
  readonly kind: "web" | "code-server";
  readonly url: string;
  readonly workspace: string;
}

declare module "vitest" {
  interface ProvidedContext {
    editor: Editor;
  }
}

/** Pixels of the window. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

const USUAL_SIZE: WindowSize = { width: 1280, height: 800 };

/**
 * The workbench in a fresh browser, on files nobody has changed: VS Code for the Web keeps changes in its page,
 * code-server gets a copy of the folder.
 */
export async function launchWorkbench(editor: Editor, size: WindowSize = USUAL_SIZE): Promise<Workbench> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), "bitlaw-workbench-"));
  const context = await launchChromium(path.join(scratch, "profile"), size);
  const page = context.pages()[0] ?? (await context.newPage());
  const workbench = new Workbench(page, editor.workspace, async () => {
    await context.close();
    await rm(scratch, { recursive: true, force: true });
  });

  if (editor.kind === "code-server") {
    const copy = path.join(scratch, "workspace");
    await cp(editor.workspace, copy, { recursive: true });
    await page.goto(`${editor.url}?folder=${encodeURIComponent(copy)}`);
  } else {
    await page.goto(editor.url);
  }
  await workbench.waitUntilReady();
  return workbench;
}

async function launchChromium(profile: string, viewport: WindowSize): Promise<BrowserContext> {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (!executablePath) throw new Error("CHROMIUM_PATH is not set; run the tests with `npm run test:editor`");

  // A webview is a page of another origin. Its service worker counts as a third party's cookie, which is blocked
  // unless the profile says otherwise; no command line switch does.
  await mkdir(path.join(profile, "Default"), { recursive: true });
  const preferences = { profile: { cookie_controls_mode: 0 } };
  await writeFile(path.join(profile, "Default/Preferences"), JSON.stringify(preferences));

  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
    colorScheme: "dark",
    viewport,
  });
  context.setDefaultTimeout(20_000);
  return context;
}
