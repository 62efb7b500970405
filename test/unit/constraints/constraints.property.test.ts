import { expect, it } from "vitest";
import { namesAsked } from "../../../server/config/dialect/constraintHolds.ts";
import { constraintsOf } from "../../../server/config/dialect/constraintsOf.ts";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { randomNumbers } from "../../randomNumbers.ts";

const VALUES: readonly unknown[] = [
  ...[true, false, null, 0, 1, -1, 0.5, 1e308, 8, 128],
  ...["", "auto", "bf16", "fp16", "fp8", "2", "none", "${oc.env:X}", "???", "\u0000", "a".repeat(500)],
  ...[[], {}, [1, "x"], { enabled: "auto" }, [[{}]], { a: { b: { c: null } } }],
];

it.each(DIALECTS.map((dialect) => [dialect.id, dialect] as const))(
  "whatever the keys of %s hold, constraints say it or nothing",
  (_, dialect) => {
    const random = randomNumbers(17);
    const pick = <Item>(items: readonly Item[]) => items[random(items.length)];
    const constrained = constraintsOf(dialect).flatMap(namesAsked);
    const paths = constrained.flatMap((name) => dialect.keys[name]?.paths ?? []);
    const signals = dialect.detection.signals.map(({ path }) => path);
    for (let round = 0; round < 40; round++) {
      const text = JSON.stringify(
        Object.fromEntries([...signals, ...paths].flatMap((path) => nest(path, pick(VALUES)))),
      );
      for (const language of dialect.languages)
        for (const { message } of analyse(text, language).findings)
          expect(message).not.toMatch(/undefined|NaN:/);
    }
  },
);

/** Later ones replace earlier ones at the same first step, which makes maps of values and values of maps. */
function nest(path: string, value: unknown): readonly (readonly [string, unknown])[] {
  const [first = "", ...rest] = path.replaceAll("*", "x").split(".");
  return [[first, rest.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value)]];
}
