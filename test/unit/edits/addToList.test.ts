import { describe, expect, it } from "vitest";
import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import { parseConfig } from "../../../server/config/document/parseConfig.ts";
import { addToList } from "../../../server/lint/edits/addToList.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";

/** The text with `lm_head` in the list `ignore` at its top, or undefined where that is refused. */
function added(text: string, language: ConfigLanguage = "yaml"): string | undefined {
  const parsed = parseConfig(text, language);
  const document = parsed.ok ? parsed.documents[0] : undefined;
  if (document?.root.kind !== "map") throw new Error("The text is no map");
  const edits = addToList(document, document.root, "ignore", "lm_head");
  return edits && applyEdits(text, edits);
}

describe("A name is added to a list", () => {
  it.each([
    ["that is not there", "bits: 4\n", "bits: 4\nignore: [lm_head]\n"],
    ["that is left empty", "ignore:\nbits: 4\n", "ignore: [lm_head]\nbits: 4\n"],
    ["that is null", "ignore: null # none\nbits: 4\n", "ignore: [lm_head] # none\nbits: 4\n"],
    ["without entries", "ignore: []\n", "ignore: [lm_head]\n"],
    ["in brackets", 'ignore: ["gate"] # router\n', 'ignore: ["gate", lm_head] # router\n'],
    [
      "in brackets over several lines",
      "ignore: [\n  gate,\n  embed,\n]\nbits: 4\n",
      "ignore: [\n  gate,\n  embed, lm_head,\n]\nbits: 4\n",
    ],
    [
      "with dashes",
      "ignore:\n  - gate # router\nbits: 4\n",
      "ignore:\n  - gate # router\n  - lm_head\nbits: 4\n",
    ],
    ["with dashes at the end of the file", "ignore:\n- gate", "ignore:\n- gate\n- lm_head"],
    [
      "with Windows line ends",
      "ignore:\r\n  - gate\r\nbits: 4\r\n",
      "ignore:\r\n  - gate\r\n  - lm_head\r\nbits: 4\r\n",
    ],
  ])("%s", (_, before, after) => {
    expect(added(before)).toBe(after);
  });

  it("in JSON, with its quotes", () => {
    expect(added('{ "ignore": ["gate"] }', "json")).toBe('{ "ignore": ["gate", "lm_head"] }');
    expect(added('{ "bits": 4 }', "json")).toBe('{ "bits": 4, "ignore": ["lm_head"] }');
  });

  it.each([
    ["a text stands there", "ignore: gate\n"],
    ["the list stands in another place too", "other: &names [gate]\nignore: *names\n"],
    ["its last entry is a list", "ignore:\n  - - gate\n"],
  ])("but not where %s", (_, text) => {
    expect(added(text)).toBeUndefined();
  });
});
