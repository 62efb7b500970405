import { describe, expect, it } from "vitest";
import { applyFixes } from "../../../server/lint/actions/applyFixes.ts";
import { analyse } from "../../../server/lint/analyse.ts";

// PyYAML reads 5e-5, without a point, as text: Transformers then stops, and 5.0e-5 is what was meant.
const RUN = ["model_name_or_path: EleutherAI/pythia-1.4b", "output_dir: ./out", "bf16: true"];

function fixed(...lines: readonly string[]): string {
  const text = [...RUN, ...lines, ""].join("\n");
  return applyFixes(analyse(text, "yaml"), { unsafe: true }).text.slice(`${RUN.join("\n")}\n`.length);
}

describe("A value with an anchor", () => {
  it("is fixed where nothing else uses it", () => {
    expect(fixed("learning_rate: &rate 5e-5")).toBe("learning_rate: &rate 5.0e-5\n");
  });

  it("is not fixed where another key uses it as text", () => {
    const lines = ["learning_rate: &rate 5e-5", "run_name: *rate"];
    expect(fixed(...lines)).toBe(`${lines.join("\n")}\n`);
  });

  it("is fixed where every key that uses it has the finding", () => {
    expect(fixed("learning_rate: &rate 5e-5", "weight_decay: *rate")).toBe(
      "learning_rate: &rate 5.0e-5\nweight_decay: *rate\n",
    );
  });

  it("is fixed through the only merge that uses it", () => {
    expect(fixed("common: &common", "  learning_rate: 5e-5", "<<: *common")).toBe(
      "common: &common\n  learning_rate: 5.0e-5\n<<: *common\n",
    );
  });

  it("is not fixed through one of two merges", () => {
    const lines = ["common: &common", "  learning_rate: 5e-5", "other:", "  <<: *common", "<<: *common"];
    expect(fixed(...lines)).toBe(`${lines.join("\n")}\n`);
  });
});
