import { describe, expect, it } from "vitest";
import { bundledQuantization } from "../../../../server/science/measurements/bundledMeasurements.ts";
import { measuredDetails } from "../../../../server/science/measurements/measuredDetails.ts";

describe("the details of a measured quantization", () => {
  it("are read from the words of a table", () => {
    expect(measuredDetails("GPTQ", "int-asymmetric")).toEqual({});
    expect(measuredDetails("GPTQ", undefined)).toEqual({});
    expect(measuredDetails("RTN", "int-symmetric")).toEqual({ symmetric: true });
    expect(measuredDetails("RTN", "symmetric")).toEqual({ symmetric: true });
  });

  it("know the names that papers give to GPTQ in the order of activations", () => {
    for (const method of [
      "GPTQ-actorder",
      "GPTQ-actorder-trueseq",
      "GPTQ act-order",
      "GPTQ desc_act",
      "GPTQ-R",
    ])
      expect(measuredDetails(method, undefined), method).toEqual({ activationOrder: true });
    expect(measuredDetails("AWQ-R", undefined)).toEqual({});
  });

  it("are symmetric for the rows of SpinQuant's README alone, which says so", () => {
    const sources = bundledQuantization()
      .measurements.filter(({ details }) => details.symmetric)
      .map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(["spinquant"]));
  });
});
