import { expect, it } from "vitest";
import { lossPlots } from "../../../server/lint/report/stability/lossPlots.ts";
import { judgeStability } from "../../../server/science/stability/judgeStability.ts";
import { STABILITY_SETTINGS } from "../../../server/science/stability/stabilitySettings.ts";

function run(format: string, learningRate: number, values: readonly number[]) {
  return {
    name: `${format}-${learningRate}`,
    format,
    learningRate,
    loss: { steps: values.map((_, i) => i + 1), values },
  };
}

/** Colour and dash of each curve, in the order of the drawing. The legend's lines come after them and have no fill. */
function looks(svg: string): readonly string[] {
  return [...svg.matchAll(/fill="none" stroke-width="2" (stroke="[^"]+" stroke-dasharray="[^"]*")/g)].map(
    ([, look = ""]) => look,
  );
}

it("A learning rate looks the same in the charts of all formats, and four of them differ", () => {
  const rates = [1e-4, 3e-4, 1e-3, 3e-3];
  const runs = rates.map((rate) => run("bf16", rate, [5, 3]));
  const [bf16, fp8] = lossPlots(judgeStability([...runs, run("fp8", 1e-3, [5, 3])], STABILITY_SETTINGS));
  const ofBf16 = looks(bf16?.svg ?? "");
  expect(new Set(ofBf16).size).toBe(4);
  expect(looks(fp8?.svg ?? "")).toEqual([ofBf16[2]]);
});

it("A run that diverges is drawn at the upper edge, a nat above the highest start", () => {
  const [bf16] = lossPlots(
    judgeStability([run("bf16", 1e-3, [5, 3, 900]), run("bf16", 1e-3, [5, 3, 2])], STABILITY_SETTINGS),
  );
  expect(bf16?.capped).toBe(true);
  expect(bf16?.svg).toContain(">6.00<");
  expect(bf16?.svg).not.toContain("NaN");
});

it("There is no chart where no loss is a number", () => {
  expect(
    lossPlots(judgeStability([run("bf16", 1e-3, [Number.NaN, Number.NaN])], STABILITY_SETTINGS)),
  ).toEqual([]);
});
