import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../../server/config/document/languageOf.ts";
import { configOf, missingOf, valuesOf } from "./runOf.ts";

const FIXTURES = new URL("../../fixtures/", import.meta.url);

/** What a fixture means, worked out by hand: every fact, and why each missing one is missing. */
export interface ExpectedReading {
  readonly dialect: string;
  readonly facts: Readonly<Record<string, number | string | boolean>>;
  readonly missing: Readonly<Record<string, string>>;
}

/** Tests that the fixtures in the folders of `expected` are read as it says, and that it knows all of them. */
export function describeReadings(title: string, expected: Readonly<Record<string, ExpectedReading>>): void {
  const folders = [...new Set(Object.keys(expected).map((name) => name.split("/")[0] ?? ""))];

  describe(title, () => {
    it.each(folders)("%s are all expected", (folder) => {
      const found = readdirSync(new URL(`${folder}/`, FIXTURES)).map((name) => `${folder}/${name}`);
      const known = Object.keys(expected).filter((name) => name.startsWith(`${folder}/`));
      expect(found.sort()).toEqual(known.sort());
    });

    it.each(Object.entries(expected))(
      "%s is read as worked out by hand",
      (name, { dialect, facts, missing }) => {
        const text = readFileSync(new URL(name, FIXTURES), "utf8");
        const config = configOf(text, languageOf(name, text));
        expect(config.dialect.id).toBe(dialect);
        expect(valuesOf(config)).toEqual(facts);
        expect(missingOf(config)).toEqual(missing);
      },
    );
  });
}
