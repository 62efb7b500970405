import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import type { AppliedLaw } from "../../../server/lint/assessment/Assessment.ts";
import {
  formatsMarkdown,
  formatsTable,
  rowsOf,
  widestFirst,
} from "../../../server/lint/wording/formatsTable.ts";
import { deltaText, predictionText } from "../../../server/lint/wording/predictionText.ts";
import type { Prediction } from "../../../server/science/laws/Law.ts";
import { OVERTRAINED } from "../../protocol/configs.ts";
import { format, law } from "../science/known.ts";

const BF16 = format("bf16");
const INPUTS = { weights: BF16, activations: BF16, kvCache: BF16, parameters: 4e9, tokens: 2e12 };
const INTERVAL = { low: 0.011, high: 0.052, level: 0.8, from: "backtest", rows: 120 } as const;

const FULL: Prediction = {
  law: "sun-2025",
  diverges: false,
  loss: 2.3456,
  terms: [],
  delta: 0.0271,
  interval: INTERVAL,
  collapseRisk: 0.004,
  effectiveParameters: 3e9,
  criticalTokens: 17.8e12,
  domain: { inside: false, factors: { tokens: 42 } },
  caveats: ["A lower bound"],
};

function worded(prediction: Prediction) {
  const run = analyse(OVERTRAINED, "yaml").assessments[0]?.config.run;
  if (run === undefined) throw new Error("no run");
  const assessed: AppliedLaw = {
    law: law("sun-2025"),
    applies: true,
    about: "run",
    inputs: INPUTS,
    prediction,
  };
  return predictionText(assessed, run);
}

describe("a prediction in words", () => {
  it("has a part for everything that the law gives", () => {
    expect(worded(FULL)).toMatchObject({
      law: "sun-2025",
      headline: "ΔL +0.027 nats",
      interval: "80 %: +0.011 to +0.052, by 120 published measurements",
      collapseRisk: "risk of more than 1 nat below 1 %",
      effectiveParameters: "effective parameters 75 %",
      loss: "loss 2.346 nats",
      domain: "extrapolated: tokens 42× beyond its fit",
      caveats: ["A lower bound"],
      numbers: { criticalTokens: "17.8T", bounds: "+0.011 to +0.052", roundedRisk: "0 %" },
      parameters: "4B",
      tokens: "2T",
    });
  });

  it("leaves out what the law does not give, and says that an interval is not known", () => {
    const { loss: _, interval: __, collapseRisk: ___, ...few } = FULL;
    const text = worded({ ...few, domain: { inside: true, factors: {} } });
    expect(text).toMatchObject({
      interval: "no interval known here",
      domain: "inside its fit",
      outside: undefined,
    });
    expect([text.loss, text.collapseRisk, text.record]).toEqual([undefined, undefined, undefined]);
  });

  it("has no number for a run that is predicted to diverge", () => {
    const { loss: _, delta: __, interval: ___, ...rest } = FULL;
    const text = worded({ ...rest, diverges: true, effectiveParameters: 0 });
    expect(text.headline).toBe("predicted to diverge");
    expect([text.interval, text.loss, text.numbers.delta]).toEqual([undefined, undefined, undefined]);
  });

  it("gives ΔL with its interval for a sentence", () => {
    expect(deltaText(FULL)).toBe("+0.027 nats, 80 %: +0.011 to +0.052");
  });
});

describe("a table of formats", () => {
  const nvfp4 = { format: format("nvfp4"), prediction: FULL, onHardware: false };
  const current = { format: format("mxfp8"), prediction: FULL };
  const rows = rowsOf({ law: law("sun-2025"), inputs: INPUTS, current, alternatives: [nvfp4] });

  it("has the run's own format first and in bold, and leaves out columns with nothing in them", () => {
    const table = formatsTable(rows, [
      ["format", (row) => row.format.label],
      ["hardware", ({ onHardware }) => (onHardware ? "yes" : "no")],
      ["risk", ({ roundedRisk }) => (roundedRisk === undefined ? "" : "—")],
    ]);
    expect(formatsMarkdown(table, "left out")).toBe(
      "| format | hardware |\n| --- | --- |\n| **MXFP8** | **yes** |\n| NVFP4 | no |",
    );
  });

  it("can go from wide to narrow", () => {
    const wide = { format: BF16, prediction: FULL };
    const all = rowsOf({ law: law("sun-2025"), inputs: INPUTS, current, alternatives: [nvfp4, wide] });
    expect(widestFirst(all).map((row) => row.format.label)).toEqual(["BF16", "MXFP8", "NVFP4"]);
  });
});
