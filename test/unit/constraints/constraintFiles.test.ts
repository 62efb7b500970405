import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CONSTRAINT_FILES } from "../../../server/config/dialect/constraintFiles.ts";
import { namesAsked } from "../../../server/config/dialect/constraintHolds.ts";
import { allConstraintsOf, constraintsOf } from "../../../server/config/dialect/constraintsOf.ts";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import { PLACEHOLDER } from "../../../server/config/dialect/inNamesOf.ts";

const constraints = CONSTRAINT_FILES.flatMap((file) => file.constraints);
const SCOPES = ["hardware", "checkpoint", "version", ...DIALECTS.map(({ id }) => id)];

describe("The files of constraints", () => {
  it("are all listed, by their names", () => {
    const files = readdirSync(new URL("../../../server/data/constraints/", import.meta.url));
    expect(CONSTRAINT_FILES.map(({ id }) => `${id}.json`).toSorted()).toEqual(files.toSorted());
  });

  it("name each constraint once", () => {
    const ids = constraints.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("are those that the dialects name as their engines", () => {
    const named = DIALECTS.flatMap(({ engines = {} }) => Object.keys(engines));
    expect(named.filter((name) => !CONSTRAINT_FILES.some(({ id }) => id === name))).toEqual([]);
  });

  it("hold no constraint that no dialect can meet", () => {
    const met = new Set(DIALECTS.flatMap((dialect) => allConstraintsOf(dialect).map(({ id }) => id)));
    expect(constraints.filter(({ id }) => !met.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it("have patterns that can be read", () => {
    const patterns = Array.from(
      JSON.stringify(constraints).matchAll(/"(?:matches|spelled)":("(?:[^"\\]|\\.)*")/g),
    );
    for (const [, pattern = '""'] of patterns) expect(() => new RegExp(JSON.parse(pattern))).not.toThrow();
  });
});

describe.each(DIALECTS.map((dialect) => [dialect.id, dialect] as const))(
  "The constraints of %s",
  (_, dialect) => {
    const known = (name: string) =>
      dialect.keys[name] !== undefined || SCOPES.includes(name.split(":")[0] ?? "");

    it("name only keys that there are", () => {
      const named = constraintsOf(dialect).flatMap(({ id, key, because, resolve, accepts = [], ...one }) =>
        [
          ...namesAsked({ ...one, accepts }),
          ...accepts.flatMap((row) => Object.keys(row.resolve ?? {})),
          ...(key === undefined ? [] : [key].flat()),
          ...Array.from(because.matchAll(PLACEHOLDER), ([, name = ""]) => name),
          ...resolve.flatMap((way) => Object.keys(way)),
        ].map((name) => [id, name] as const),
      );
      expect(named.filter(([, name]) => !known(name))).toEqual([]);
    });

    it("without which a dialect does are constraints", () => {
      const left = Object.values(dialect.engines ?? {}).flatMap(({ without = [] }) => without);
      expect(left.filter((id) => !constraints.some((one) => one.id === id))).toEqual([]);
    });

    it("are renamed from keys that the engine has", () => {
      const wrong = Object.entries(dialect.engines ?? {}).flatMap(([name, { keys = {}, words = {} }]) => {
        const file = CONSTRAINT_FILES.find(({ id }) => id === name);
        const asked = new Set(
          file?.constraints.flatMap((one) => [
            ...namesAsked(one),
            ...one.resolve.flatMap((way) => Object.keys(way)),
          ]),
        );
        return Object.keys({ ...keys, ...words }).filter(
          (key) => !asked.has(key) && file?.keys[key] === undefined,
        );
      });
      expect(wrong).toEqual([]);
    });
  },
);
