import { describe, expect, it } from "vitest";
import { ptqObservations, ptqSelection } from "../../../../server/science/fit/ptq/ptqObservations.ts";
import { bundledQuantization } from "../../../../server/science/measurements/bundledMeasurements.ts";
import { readQuantizationTable } from "../../../../server/science/measurements/readQuantizationTable.ts";
import { readTable } from "../../../../server/science/tables/readTable.ts";

const HEADER =
  "family,model,n_params,n_params_nonemb,d_tokens,w_bits,a_bits,method,group_size,delta_nll,flag";
const USED = "A,A-7B,7e9,6e9,1e12,4,16,GPTQ,128,0.05,";

function selectionOf(...lines: readonly string[]) {
  const reading = readTable([HEADER, ...lines].join("\n"));
  if ("problem" in reading) throw new Error(reading.problem.message);
  const { measurements, problems } = readQuantizationTable(reading.table);
  expect(problems).toEqual([]);
  return ptqSelection(measurements);
}

describe("The measurements of the hierarchical law", () => {
  it.each([
    ["weights not quantized", USED.replace(",4,16,", ",16,16,")],
    ["activations or KV cache quantized too", USED.replace(",4,16,", ",4,8,")],
    ["flagged dup", `${USED}dup`],
    ["width outside 2 to 4 bits", USED.replace(",4,16,", ",8,16,")],
    ["method of none of the classes", USED.replace("GPTQ", "homegrown")],
    ["scaling neither by channel nor by group", USED.replace(",128,", ",tensor,")],
    ["model family not known", USED.replace("A,A-7B", ",A-7B")],
    ["model not known", USED.replace("A,A-7B", "A,")],
    ["parameters without embeddings not known", USED.replace(",6e9,", ",,")],
    ["training tokens not known", USED.replace(",1e12,", ",,")],
    ["no degradation above zero", USED.replace("0.05", "-0.01")],
  ])("do not have rows for this reason: %s", (reason, line) => {
    const { observations, used, leftOut } = selectionOf(USED, line);
    expect(leftOut).toEqual({ [reason]: 1 });
    expect(used.map(({ line: at }) => at)).toEqual([2]);
    expect(observations).toHaveLength(1);
    expect(observations[0]).toMatchObject({
      family: "A",
      model: "A-7B",
      y: Math.log(0.05),
      collapsed: false,
    });
  });

  it("have a collapsed row, of which only that is known", () => {
    expect(selectionOf(USED.replace("0.05", "1.5")).observations[0]?.collapsed).toBe(true);
  });

  it("account for every published row", () => {
    const { measurements } = bundledQuantization();
    const { observations, leftOut } = ptqSelection(measurements);
    const others = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
    expect(observations.length + others).toBe(measurements.length);
    expect(ptqObservations(measurements)).toEqual(observations);
  });
});
