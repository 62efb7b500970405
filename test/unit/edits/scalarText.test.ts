import { describe, expect, it } from "vitest";
import type { ScalarNode } from "../../../server/config/document/ConfigNode.ts";
import { readScalar } from "../../../server/config/document/readScalar.ts";
import { scalarText } from "../../../server/lint/edits/scalarText.ts";
import { documentOf, scalarAt } from "../config/parsed.ts";

const old = (text: string, style: ScalarNode["style"] = "plain"): ScalarNode => ({
  kind: "scalar",
  span: { start: 0, end: 0 },
  text,
  style,
});

describe("scalarText", () => {
  it("writes numbers, booleans and null bare", () => {
    expect([5e-5, 7, true, null].map((word) => scalarText(word, "yaml"))).toEqual([
      "0.00005",
      "7",
      "true",
      "null",
    ]);
  });

  it.each([
    ["3e-4", 9e-4, "9.0e-4"],
    ["1.5E-4", 4.5e-4, "4.5e-4"],
    ["5e8", 1e9, "1.0e+9"],
    ["0.0003", 0.0009, "0.0009"],
    ["0.5", 1, "1.0"],
    ["7", 8, "8"],
    ["0.0003", 3e-8, "3.0e-8"],
  ])("keeps the notation of %s for %d, with a dot and a sign in an exponent", (before, word, text) => {
    expect(scalarText(word, "yaml", old(before))).toBe(text);
    expect(readScalar(old(text), "pyyaml")).toMatchObject({ value: word });
  });

  it("capitalises a boolean only where one is capitalised already", () => {
    expect(scalarText(true, "yaml", old("False"))).toBe("True");
    expect(scalarText(true, "yaml", old("FALSE"))).toBe("true");
    expect(scalarText(true, "yaml", old("no"))).toBe("true");
  });

  it("quotes text in JSON", () => {
    expect(scalarText("bf16", "json")).toBe('"bf16"');
  });

  it.each([
    "bf16",
    "no",
    "1e-5",
    "null",
    "12:30",
    "a: b",
    "a #b",
    "",
    "- x",
    "*x",
    "a,b",
    "64",
    "tab\t",
    "adamw_torch-8bit",
    "a/b.c",
  ])("writes %j so that every loader reads it back", (word) => {
    const document = documentOf(`m: {a: ${scalarText(word, "yaml")}}\n`);
    expect(scalarAt(document, "m.a").content).toBe(word);
    const { root } = document;
    const map = root.kind === "map" ? root.entries[0]?.value : undefined;
    const node = map?.kind === "map" ? map.entries[0]?.value : undefined;
    expect(node?.kind === "scalar" && readScalar(node, "pyyaml").type).toBe("string");
    expect(node?.kind === "scalar" && readScalar(node, "omegaconf").type).toBe("string");
  });
});
