import { describe, expect, it } from "vitest";
import published from "../../../server/data/laws/quartet-2025.json" with { type: "json" };
import type { LawFile } from "../../../server/science/laws/Law.ts";
import { quartet } from "../../../server/science/laws/quartet.ts";
import { format, formats } from "./known.ts";

const run = { parameters: 1e8, tokens: 1e10, ...formats("mxfp4") };

/** The published file with recipes of one's own, and those that are named in `assumed`. */
function own(settings: LawFile["settings"], assumed: readonly string[]) {
  const file = published as unknown as LawFile;
  return quartet({
    ...file,
    name: "own",
    settings: { ...file.settings, ...settings },
    assumed: Object.fromEntries(assumed.map((name) => [name, "not in the table"])),
  });
}

const NEAREST = "forward MXFP4, round to nearest: effN";

describe("A law of the form quartet that was fitted to one's own runs", () => {
  it("takes the rounding that was fitted before one that is only assumed", () => {
    const prediction = own({}, [NEAREST]).predict(run);
    // With the backward pass lossless, effN·N is the lossless run with the same loss.
    expect(prediction.effectiveParameters).toBeCloseTo(0.42e8, -2);
    expect(prediction.caveats[0]).toBe(
      "How the forward pass rounds is not known: stochastic rounding is taken, effN 0.42 (round to nearest 0.59, QuEST 0.64)",
    );
  });

  it("takes a recipe of both passes where no pass was fitted alone", () => {
    const assumed = ["round to nearest", "stochastic rounding", "QuEST"].flatMap((rounding) => [
      `forward MXFP4, ${rounding}: effN`,
      `backward MXFP4, ${rounding}: effD`,
    ]);
    const recipes = ["Quartet", "LUQ-INT4", "LUQ-FP4"].flatMap((name) => [`${name}: effN`, `${name}: effD`]);
    const law = own({ ours: { effN: 0.7, effD: 0.9 } }, [...assumed, ...recipes]);
    expect(law.predict(run).effectiveParameters).toBeCloseTo(0.7e8, -2);
    const both = law.predict({ ...run, backward: format("mxfp4") });
    expect(both.caveats[1]).toMatch(/^How the backward pass rounds is not known: ours is taken, effD 0\.9 /);
  });

  it("takes rounding to nearest where everything is assumed", () => {
    expect(
      own({}, [NEAREST, "forward MXFP4, stochastic rounding: effN"]).predict(run).effectiveParameters,
    ).toBeCloseTo(0.64e8, -2);
  });
});
