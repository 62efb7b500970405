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

  it("takes number formats as --format too, with the output's format before or behind", () => {
    const usual = place.run(...SHORT).out;
    const words = [...RUN, "--hardware", "b200", "--format", "nvfp4,mxfp8,bf16"];
    expect(place.run(...words).out).toBe(usual);
    expect(place.run(...words, "--format", "json").out).toBe(place.run(...SHORT, "--format", "json").out);
    expect(place.run(...RUN, "--format", "yaml")).toMatchObject({
      code: 2,
      error: "error: --formats: there is no number format yaml.\n",
    });
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

  it("has the nearest published runs beside each format", () => {
    // arXiv 2509.25149 has about 1.5 % at 8B and 1T tokens, and the same against FP8 at 12B and 10T tokens.
    const { out } = place.run(...SHORT);
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain("Published: 8B, 1T tokens, NVFP4: about +1.5 % against 16 bits (NVIDIA 2025).");
    expect(place.run(...SHORT, "--format", "markdown").out).toContain(
      "Published: 12B, 10T tokens, NVFP4, 16 % of the layers in BF16: about +1.5 % against FP8 (NVIDIA 2025).",
    );
    const { formats } = JSON.parse(place.run(...SHORT, "--format", "json").out);
    expect(formats[0].published[0]).toMatchObject({
      parameters: 8e9,
      tokens: 1e12,
      percentOf: 1.27,
      near: true,
    });
    expect(formats[0].published[0].gap).toBeCloseTo(0.015 * 1.27, 10);
    expect(formats[2].published).toEqual([]);
  });

  it("says how long the run takes in BF16 and in the other formats", () => {
    const text = (args: readonly string[]) => place.run(...args).out.replace(/\s+/g, " ");
    const days = (name: string, out: string) => {
      const [, mid, low, high] =
        new RegExp(`${name} ([\\d.k]+) \\(([\\d.k]+) to ([\\d.k]+)\\)`).exec(out) ?? [];
      return [mid, low, high].map((number) => Number(number?.replace("k", "e3")));
    };
    const out = text([...SHORT, "--speedup", "2"]);
    const wide = days("In BF16 about", out);
    const narrow = days("B200-days in other formats: NVFP4", out);
    // At twice the speed it takes half the time, to the two digits that are printed.
    for (const [i, value] of wide.entries()) expect((narrow[i] ?? 0) / (value / 2)).toBeCloseTo(1, 1);
    expect(text([...SHORT, "--world-size", "256"])).toContain("Days in other formats: NVFP4 ");
  });

  it("says what weights, gradients and optimizer take", () => {
    // 16 bytes a parameter (ZeRO, Sec. 3.1); 4.5 bits each for the weights in NVFP4.
    const { out } = place.run(...SHORT);
    expect(out.replace(/\s+/g, " ")).toContain("16 bytes a parameter, 112 GB in all: weights 14 GB (BF16)");
    const { memory, formats } = JSON.parse(place.run(...SHORT, "--format", "json").out);
    expect(memory).toMatchObject({ bytes: 112e9, bytesPerParameter: 16 });
    expect(formats[0].weightBytes).toBe((7e9 * 4.5) / 8);
  });

  it.each([
    [["--speedup", "0"], "--speedup is “0”: write times as fast as BF16"],
    [["--speedup", "-1.2"], "--speedup is “-1.2”: write times as fast as BF16"],
    [["--speedup", "fast"], "--speedup is “fast”"],
    [["--speedup", "fp4=1.3"], "--speedup names "],
    [["--speedup", "nvfp5=1.3"], "--speedup: there is no number format nvfp5"],
    [["--hardware", "h1000"], "there is no accelerator h1000 in the table; is it h100?"],
    [["--formats", "nvfp5,mxfp8"], "there is no number format nvfp5; is it nvfp4?"],
    [["--formats", "fp32,mxfp8"], "fp32 is wider than BF16"],
    [["--world-size", "2.5"], "write a whole number of accelerators"],
    [["--active-parameters", "8B"], "--active-parameters are some of --parameters"],
    [["--method", "gptq"], "name the format with --quantize"],
  ])("notes %j in one line and goes on without it", (args, says) => {
    const { code, out, error } = place.run(...RUN, ...args);
    expect(code).toBe(0);
    expect(error).toMatch(/^note: [^\n]+\n$/);
    expect(error).toContain(says);
    expect(out).toContain("7B parameters, 2T tokens");
    expect(out).toMatch(/^mxfp8 /m);
    const { notes } = JSON.parse(place.run(...RUN, ...args, "--format", "json").out);
    expect(notes.map((note: string) => `note: ${note}\n`)).toEqual([error]);
  });

  it.each(["2e14", "1e18"])("notes that nothing is known about %j parameters, and goes on", (parameters) => {
    const { code, out, error } = place.run("predict", "--parameters", parameters, "--tokens", "2T");
    expect(code).toBe(0);
    expect(error).toMatch(/^note: --parameters is [^\n]*: beyond 1e14 nothing was ever measured[^\n]*\n$/);
    expect(out).toMatch(/^mxfp8 /m);
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each([
    [["--formats", "nvfp5"], "there is no number format nvfp5; is it nvfp4?"],
    [["--formats", ","], "--formats names no format"],
    [["--noise", "0"], "above zero and at most 1"],
    [["--noise", "5"], "above zero and at most 1"],
    [["--quantize", "bf16"], "bf16 is no narrower than the 16 bits"],
    [["--quantize", ","], "--quantize names no format"],
    [["--base", "no-such-model"], "no-such-model is not a model whose size is known by name"],
    [["--base", "Llama-2-13b"], "--parameters is 7B, but Llama-2-13b has 13B: leave one of the two out."],
  ])("refuses %j in one line", (args, says) => {
    const { code, out, error } = place.run(...RUN, ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toMatch(/^error: [^\n]+\n$/);
    expect(error).toContain(says);
  });

  it.each([
    [["--parameters", "-7B", "--tokens", "2T"], "write a number above zero, such as 7B or 2T"],
    [["--parameters", "7B", "--tokens", "0"], "write a number above zero, such as 7B or 2T"],
    [["--parameters", "7B"], "--tokens is missing; or name a model with --base."],
    [["--tokens", "2T"], "--parameters is missing; or name a model with --base."],
    [[], "--parameters is missing"],
  ])("refuses the sizes %j in one line", (args, says) => {
    const { code, error } = place.run("predict", ...args);
    expect(code).toBe(2);
    expect(error).toMatch(/^error: [^\n]+\n$/);
    expect(error).toContain(says);
  });
});

describe("bitlaw predict --base", () => {
  it("takes the sizes of a released model from the catalogue", () => {
    // Llama 2, arXiv 2307.09288: 2T tokens; 6,738,415,616 parameters by its architecture.
    const { code, out } = place.run("predict", "--base", "meta-llama/Llama-2-7b-hf", "--formats", "mxfp8");
    expect(code).toBe(0);
    expect(out).toMatch(/^Llama-2-7b-hf: 6\.74B parameters, 2T tokens, no accelerator named\n/);
  });

  it("says where it read the size off a name, and asks for tokens that it does not know", () => {
    const named = place.run("predict", "--base", "acme/own-7b", "--tokens", "1T", "--formats", "mxfp8");
    expect(named).toMatchObject({
      code: 0,
      error: "note: --base: the size of acme/own-7b is read from its name, 7B ±10 %.\n",
    });
    const { code, error } = place.run("predict", "--base", "acme/own-7b");
    expect(code).toBe(2);
    expect(error).toMatch(/error: --tokens is missing: how long own-7b was trained is not known here\.\n$/);
  });
});

describe("bitlaw predict --quantize", () => {
  const QUANTIZE = ["predict", "--base", "Llama-2-7b-hf", "--quantize", "int4:g128", "--method", "gptq"];

  it("has a row for what is asked, then other groups, methods and widths", () => {
    const { code, out, error } = place.run(...QUANTIZE, "--format", "json");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const { quantizations } = JSON.parse(out);
    const rows = quantizations.map(
      ({ format, method }: { readonly format: string; readonly method: string }) => `${format} ${method}`,
    );
    expect(rows[0]).toBe("int4:g128 gptq");
    for (const group of ["g32", "g64", "channel"]) expect(rows).toContain(`int4:${group} gptq`);
    for (const method of ["rtn", "awq", "learned", "tuned"]) expect(rows).toContain(`int4:g128 ${method}`);
    for (const width of ["int8", "int3", "int2"]) expect(rows).toContain(`${width}:g128 gptq`);
    expect(new Set(rows).size).toBe(rows.length);
    expect(quantizations.map(({ asked }: { readonly asked: boolean }) => asked).lastIndexOf(true)).toBe(0);
  });

  it("is by the law of quantization, with what was published about the model", () => {
    const [asked] = JSON.parse(place.run(...QUANTIZE, "--format", "json").out).quantizations;
    expect(asked.law).toBe("bitlaw-ptq");
    expect(asked.perplexityFactor).toBeCloseTo(Math.exp(asked.delta), 12);
    expect(asked.interval.low).toBeLessThan(asked.delta);
    expect(asked.interval.high).toBeGreaterThan(asked.delta);
    // OmniQuant, Table 1: GPTQ 5.61 against 5.47 on WikiText2.
    const deltas = asked.measured.map(({ delta }: { readonly delta: number }) => delta.toFixed(6));
    expect(deltas).toContain(Math.log(5.61 / 5.47).toFixed(6));
  });

  it("prints a table in 80 columns, and Markdown", () => {
    const { out } = place.run(...QUANTIZE);
    expect(out).toMatch(/^Llama-2-7b-hf: 6\.74B parameters, trained on 2T tokens, quantized afterwards\n/);
    expect(out).toMatch(
      /^int4:g128 +gptq +3\.89 GB +\+0\.0\d+ +\+0\.0\d+ to \+0\.0\d+ +×1\.0\d +below 1 %$/m,
    );
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    const markdown = place.run(...QUANTIZE, "--format", "markdown").out;
    expect(markdown).toContain("\n| INT4, group 128 | gptq | ");
  });

  it("needs no model by name, and no method", () => {
    const { code, out } = place.run(...RUN, "--quantize", "int4:g128,nf4");
    expect(code).toBe(0);
    expect(out).toMatch(/^int4:g128 +any /m);
    expect(out).toMatch(/^nf4 +any /m);
    expect(out).toContain("The method of quantization is not known");
  });

  it("says why a format has no number", () => {
    const { code, out } = place.run(...RUN, "--quantize", "fp8_e4m3");
    expect(code).toBe(0);
    expect(out).toMatch(/^fp8_e4m3 +any +7 GB +– +–/m);
    expect(out.replace(/\s+/g, " ")).toContain("FP8 E4M3 has no number: bitlaw-ptq: fitted on integers");
  });

  it.each([
    [["--formats", "nvfp4"], "--formats is about training"],
    [["--hardware", "b200"], "--hardware is about training"],
    [
      ["--method", "gptp"],
      "--method: there is no gptp; it is one of rtn, gptq, awq, learned, tuned. Is it gptq?",
    ],
  ])("notes %j in one line and goes on without it", (args, says) => {
    const { code, out, error } = place.run(...RUN, "--quantize", "int4:g128", ...args);
    expect(code).toBe(0);
    expect(error).toMatch(/^note: [^\n]+\n$/);
    expect(error).toContain(says);
    expect(out).toMatch(/^int4:g128 /m);
  });

  it("prints JSON in the shape of its schema", () => {
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    for (const args of [QUANTIZE, [...RUN, "--quantize", "nf4,fp8_e4m3"]]) {
      validate(JSON.parse(place.run(...args, "--format", "json").out));
      expect(validate.errors).toBeNull();
    }
  });
});
