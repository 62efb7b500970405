import { readdirSync, readFileSync } from "node:fs";
import type { ConfigLanguage } from "../../server/config/document/ConfigDocument.ts";

const FOLDER = new URL("../../docs/rules/", import.meta.url);

/** A config on a page, and what the page claims about it. */
export interface Block {
  readonly kind: "before" | "after" | "clean";
  readonly language: ConfigLanguage;
  readonly text: string;
  /** Where it stands in the workspace. */
  readonly path: string;
}

/** A config with findings, and the same one after the preferred fix. */
export interface Example {
  readonly before: Block;
  readonly after: Block;
}

export interface RulePage {
  readonly rule: string;
  readonly text: string;
  readonly examples: readonly Example[];
  readonly clean: readonly Block[];
  /** Other files of the workspace that the configs of the page stand in, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** The page says that the rule has no fix, and shows configs with findings alone. */
  readonly fixless: boolean;
  /** Configs with findings. */
  readonly before: readonly Block[];
  /** Messages quoted after "Bitlaw says:". */
  readonly quotes: readonly string[];
}

/** Names of the pages in docs/rules, the index left out. */
export function pageNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => file.slice(0, -".md".length));
}

export function readIndex(): string {
  return readFileSync(new URL("README.md", FOLDER), "utf8");
}

export function readPage(rule: string): RulePage {
  const text = readFileSync(new URL(`${rule}.md`, FOLDER), "utf8");
  const blocks = blocksOf(text);
  return {
    rule,
    text,
    examples: blocks.flatMap((before, i) => {
      const after = blocks[i + 1];
      return before.kind === "before" && after?.kind === "after" ? [{ before, after }] : [];
    }),
    before: blocks.filter(({ kind }) => kind === "before"),
    clean: blocks.filter(({ kind }) => kind === "clean"),
    files: filesOf(text),
    fixless: text.includes("## Fix\n\nNone"),
    quotes: Array.from(text.matchAll(/^> (.*)$/gm), ([, quote = ""]) => quote),
  };
}

function blocksOf(text: string): readonly Block[] {
  return Array.from(
    text.matchAll(/^```(yaml|jsonc|sh) (before|after|clean)(?: (\S+))?\n(.*?)^```$/gms),
    ([, fence, kind, path = "config.yaml", body = ""]): Block => ({
      kind: kind as Block["kind"],
      language: fence === "sh" ? "shell" : fence === "yaml" ? "yaml" : "json",
      text: body,
      path,
    }),
  );
}

/** Blocks such as "```jsonc ds/zero3.json": other files of the workspace. */
function filesOf(text: string): Readonly<Record<string, string>> {
  const blocks = text.matchAll(/^```(?:yaml|jsonc?) ([\w./-]+\.\w+)\n(.*?)^```$/gms);
  return Object.fromEntries(Array.from(blocks, ([, path = "", body = ""]) => [path, body]));
}
