import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { leadersOf } from "../../server/science/lawFiles/publishedLaws.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
afterAll(() => place.remove());

const RUN = ["predict", "--parameters", "7B", "--tokens", "2T"];
const SHORT = [...RUN, "--formats", "nvfp4,mxfp8,bf16", "--hardware", "b200"];
const schema = JSON.parse(
  readFileSync(new URL("../../schemas/predict.schema.json", import.meta.url), "utf8"),
);

describe("bitlaw predict", () => {
  it("prints a table with the verdict first, then why, in 80 columns", () => {
    const { code, out, error } = place.run(...SHORT, "--world-size", "256");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const lines = out.split("\n");
    expect(lines[0]).toBe("7B parameters, 2T tokens, 256 × B200");
    expect(lines[3]).toMatch(/^format +verdict +time +ΔL +ppl +lost +even$/);
    // 1 − 1/1.471 = 32 %, 1 − 1/1.582 = 37 %.
    expect(lines[4]).toMatch(/^nvfp4 +[a-z ]+ +32–37 % +\+0\.\d+ +×1\.\d+ +/);
    expect(lines[6]).toMatch(/^bf16 +reference +–/);
    expect(out).toContain("B200-days");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it("fits 80 columns with all formats of an accelerator", () => {
    const { out } = place.run(...RUN, "--hardware", "b200");
    expect(out).toContain("fp8_e4m3:block128");
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("is a list of the formats that the accelerator has where none is named", () => {
    const { out } = place.run(...RUN, "--hardware", "h100", "--format", "json");
    const formats = JSON.parse(out).formats.map(({ format }: { readonly format: string }) => format);
    expect(formats).toEqual(["bf16", "fp8_e4m3:tensor", "fp8_e4m3:block128"]);
  });

  it("prints Markdown", () => {
    const { out } = place.run(...SHORT, "--format", "markdown");
    expect(out).toMatch(/^## 7B parameters, 2T tokens, B200\n\n\| format \| verdict \| less time \|/);
    expect(out).toContain("\n| BF16 | reference | – |");
  });

  it("prints JSON in the shape of its schema, by the law that leads for training", () => {
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    for (const more of [["--world-size", "64"], ["--speedup", "1.35"], ["--formats", "fp8,int3,mxfp4"], []]) {
      const base = more[0] === "--formats" ? [...RUN, "--hardware", "b200"] : SHORT;
      const report = JSON.parse(place.run(...base, ...more, "--format", "json").out);
      validate(report);
      expect(validate.errors).toBeNull();
    }
    const { formats } = JSON.parse(place.run(...SHORT, "--format", "json").out);
    expect(leadersOf("training").map(({ file }) => file.name)).toContain(formats[0].law);
    expect(formats[0].speed).toMatchObject({ from: "class", pairs: 3 });
    expect(formats[0].tokensInSameTime.mid).toBeCloseTo(2e12 * formats[0].speed.mid, -3);
    expect(formats[0].tokensLost.mid).toBeCloseTo(
      formats[0].breakEven.mid === null ? 1 : 1 - 1 / formats[0].breakEven.mid,
      6,
    );
    expect(formats[2]).toMatchObject({ format: "bf16", verdict: null, speed: null, delta: 0 });
  });

  it("takes a speed-up for all formats, or for each its own", () => {
    const speeds = (value: string) =>
      JSON.parse(place.run(...SHORT, "--speedup", value, "--format", "json").out).formats.map(
        ({ speed }: { readonly speed: { readonly mid: number } | null }) => speed?.mid,
      );
    expect(speeds("1.35")).toEqual([1.35, 1.35, undefined]);
    expect(speeds("nvfp4=1.5,mxfp8=1.2")).toEqual([1.5, 1.2, undefined]);
  });

  it.each([
    [["--speedup", "0"], "--speedup is “0”: write times as fast as BF16"],
    [["--speedup", "-1.2"], "--speedup is “-1.2”: write times as fast as BF16"],
    [["--speedup", "fast"], "--speedup is “fast”"],
    [["--speedup", "fp4=1.3"], "--speedup names "],
    [["--hardware", "h1000"], "there is no accelerator h1000 in the table; is it h100?"],
    [["--formats", "nvfp5"], "there is no number format nvfp5; is it nvfp4?"],
    [["--formats", ","], "--formats names no format"],
    [["--formats", "fp32"], "fp32 is wider than BF16"],
    [["--format", "nvfp4"], "name number formats with --formats"],
    [["--noise", "0"], "It is a number above zero."],
    [["--world-size", "2.5"], "write a whole number of accelerators"],
    [["--active-parameters", "8B"], "--active-parameters are some of --parameters"],
  ])("refuses %j in one line", (args, says) => {
    const { code, out, error } = place.run(...RUN, ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toMatch(/^error: [^\n]+\n$/);
    expect(error).toContain(says);
  });

  it.each([
    [["--parameters", "2e14", "--tokens", "2T"], "beyond 1e14 no law says anything"],
    [["--parameters", "-7B", "--tokens", "2T"], "write a number above zero, such as 7B or 2T"],
    [["--parameters", "7B", "--tokens", "0"], "write a number above zero, such as 7B or 2T"],
    [["--parameters", "7B"], "required option '--tokens <count>' not specified"],
  ])("refuses the sizes %j in one line", (args, says) => {
    const { code, error } = place.run("predict", ...args);
    expect(code).toBe(2);
    expect(error).toMatch(/^error: [^\n]+\n$/);
    expect(error).toContain(says);
  });
});
