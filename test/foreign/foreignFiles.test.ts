import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { languageOf } from "../../server/config/document/languageOf.ts";
import { analyse } from "../../server/lint/analyse.ts";
import { hoverAt } from "../../server/lsp/hoverAt.ts";
import { FULL_HOVER } from "../hoverOptions.ts";

const FOLDER = new URL("./files/", import.meta.url);

describe.each(readdirSync(FOLDER))("%s is no training config", (name) => {
  const text = readFileSync(new URL(name, FOLDER), "utf8");

  const language = languageOf(name, text);
  // What is no YAML at all is not opened as YAML.
  const languages = language === "toml" || language === "shell" ? [language] : ([language, "yaml"] as const);

  it.each(languages)("read as %s: no run, no finding, no complaint", (language) => {
    const { assessments, findings, failure } = analyse(text, language);
    expect(assessments.map(({ config }) => config.dialect.id)).toEqual([]);
    expect(findings).toEqual([]);
    expect(failure).toBeUndefined();
  });

  it("has no hover anywhere", () => {
    const document = TextDocument.create(`file:///${name}`, "yaml", 1, text);
    const analysis = analyse(text, languageOf(name, text));
    for (let offset = 0; offset <= text.length; offset++)
      expect(hoverAt(document, analysis, offset, FULL_HOVER)).toBeUndefined();
  });
});
