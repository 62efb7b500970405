import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLEAN, CONFLICTING, FOREIGN, OVERTRAINED } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();

beforeAll(() =>
  place.write({
    "clean.yaml": CLEAN,
    "conflicting.yaml": CONFLICTING,
    "overtrained.yaml": OVERTRAINED,
    "foreign.yaml": FOREIGN,
    "broken.yaml": CLEAN.replace("bf16: true", 'bf16: "true'),
    "broken.json": '{\n  "train_micro_batch_size_per_gpu": 1,\n  "zero_optimization": {\n',
    "empty.yaml": "",
    "blank.yaml": "\n# nothing\n---\n",
    "binary.yaml": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]),
    "zeros.yaml": `per_device_train_batch_size: 1\n\u0000`,
    "utf8-bom.yaml": `\ufeff${CONFLICTING}`,
    "utf16le.yaml": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(CONFLICTING, "utf16le")]),
    "utf16be.yaml": Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(CONFLICTING, "utf16le").swap16()]),
    folder: null,
  }),
);

afterAll(() => place.remove());

describe("bitlaw check", () => {
  it("prints nothing and exits with 0 for clean files", () => {
    expect(place.run("check", "clean.yaml")).toEqual({ code: 0, out: "", error: "" });
  });

  it("says in one line which files that are named are no configs", () => {
    expect(place.run("check", "clean.yaml", "foreign.yaml")).toEqual({
      code: 0,
      out: "",
      error: "foreign.yaml: no training config that Bitlaw knows\n",
    });
    expect(place.run("check", "clean.yaml", "foreign.yaml", "empty.yaml", "blank.yaml").error).toBe(
      "blank.yaml, empty.yaml, foreign.yaml: no training configs or launch scripts that Bitlaw knows\n",
    );
  });

  it("prints a finding with its place, severity and rule, and exits with 1", () => {
    const { code, out, error } = place.run("check", "conflicting.yaml");
    expect(out).toBe(
      "conflicting.yaml:9:7  error  `fp16: true` and `bf16: true` exclude each other: TrainingArguments accepts one of them and raises ValueError for both. Keep one of them. [conflicting-precision]\n",
    );
    expect({ code, error }).toEqual({ code: 1, error: "" });
  });

  it("exits with 0 for findings below a warning", () => {
    const low = ["--rule", "overtrained-for-format=information", "--rule", "suboptimal-precision=off"];
    const { code, out } = place.run("check", ...low, "overtrained.yaml");
    expect(out).toMatch(/^overtrained\.yaml:12:18 {2}information {2}.* \[overtrained-for-format\]\n$/);
    expect(code).toBe(0);
  });

  it("exits with 1 for a format that costs more than its speed makes up for", () => {
    expect(place.run("check", "overtrained.yaml").code).toBe(1);
  });

  it.each([
    ["utf8-bom.yaml", "a byte order mark"],
    ["utf16le.yaml", "UTF-16, little endian"],
    ["utf16be.yaml", "UTF-16, big endian"],
  ])("reads %s: %s", (file) => {
    const { code, out } = place.run("check", file);
    expect(out).toContain(`${file}:9:7  error`);
    expect(code).toBe(1);
  });

  it.each([
    ["missing.yaml", "missing.yaml: there is no such file\n"],
    [
      "folder",
      "folder: there is no YAML, JSON or TOML file and no shell script in this folder, or all of them are ignored; name another one\n",
    ],
    ["binary.yaml", "binary.yaml: the file is not text in UTF-8 or UTF-16\n"],
    ["zeros.yaml", "zeros.yaml:2:1: The file is binary or in an encoding other than UTF-8.\n"],
    ["broken.yaml", /^broken\.yaml:10:1: \S.*\n$/],
    ["broken.json", /^broken\.json:3:24: This `\{` is never closed\.\n$/],
  ])("says in one line why %s cannot be used, goes on, and exits with 2", (file, line) => {
    const { code, out, error } = place.run("check", file, "conflicting.yaml");
    if (typeof line === "string") expect(error).toBe(line);
    else expect(error).toMatch(line);
    expect(out).toContain("conflicting.yaml:9:7");
    expect(code).toBe(2);
  });

  it("prints the findings sorted by path, of each file once", () => {
    const { out } = place.run("check", "overtrained.yaml", "conflicting.yaml", "overtrained.yaml");
    const files = out.split("\n").map((line) => line.split(":")[0]);
    expect(files).toEqual(["conflicting.yaml", "overtrained.yaml", "overtrained.yaml", ""]);
  });
});

describe("bitlaw explain", () => {
  it("explains the configs of a folder, and no other files in it", () => {
    place.write({ "runs/b.yaml": CLEAN, "runs/deep/a.yaml": CLEAN, "runs/notes.yaml": "a: 1\n" });
    const { code, out } = place.run("explain", "--format", "json", "runs");
    const { files } = JSON.parse(out) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(["runs/b.yaml", "runs/deep/a.yaml"]);
    expect(code).toBe(0);
  });

  it("prints a comparison of the laws in Markdown for each file", () => {
    const { code, out, error } = place.run(
      "explain",
      "--format",
      "markdown",
      "overtrained.yaml",
      "foreign.yaml",
    );
    expect(out).toContain("\n\n# Laws compared: overtrained.yaml\n");
    expect(out).toMatch(/^# foreign\.yaml\n\nNot a training config that Bitlaw knows\.\n/);
    expect({ code, error }).toEqual({ code: 1, error: "" });
  });

  it("has Markdown for explain alone", () => {
    expect(place.run("check", "--format", "markdown", "overtrained.yaml")).toMatchObject({
      code: 2,
      error: expect.stringContaining("It is text, json, sarif, github, gitlab"),
    });
  });

  it("prints facts with their derivation, predictions and findings", () => {
    const { code, out } = place.run("explain", "overtrained.yaml");
    expect(out).toContain("overtrained.yaml: Megatron-LM");
    expect(out).toMatch(/tokens +4\.19T .*1,000,000 × .*1,024 × .*4,096/);
    expect(out).toMatch(/weights +NVFP4 .*SQNR 20\.4 dB on Gaussian weights \(block 16, E4M3 scale\)/);
    expect(out).toMatch(/sun-2025 +ΔL \+0\.\d+ nats against 16 bit/);
    expect(out).toContain("Findings\novertrained.yaml:12:18");
    expect(code).toBe(1);
  });

  it("says that a foreign file is none of its business", () => {
    expect(place.run("explain", "foreign.yaml")).toMatchObject({
      code: 0,
      out: expect.stringContaining("foreign.yaml: not a training config that Bitlaw knows"),
    });
  });

  it("exits as check does", () => {
    for (const files of [["clean.yaml"], ["conflicting.yaml"], ["clean.yaml", "missing.yaml"]])
      expect(place.run("explain", ...files).code).toBe(place.run("check", ...files).code);
  });
});

describe("The command line", () => {
  it.each([
    [[], /Usage: bitlaw/],
    [["lint"], /unknown command 'lint'/],
    [["explain"], /missing required argument 'files'/],
    [["check", "--fast", "clean.yaml"], /unknown option '--fast'/],
    [["check", "--format", "xml", "clean.yaml"], /'xml' is invalid. It is text, json, sarif, github, gitlab/],
    [["check", "--format"], /argument missing/],
  ])("refuses %j with exit code 2 and without a stack trace", (args, says) => {
    const { code, out, error } = place.run(...args);
    expect(error).toMatch(says);
    expect(error).not.toMatch(/^\s+at /m);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  it("prints its version and its help with exit code 0", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(place.run("--version")).toEqual({ code: 0, out: `${version}\n`, error: "" });
    for (const args of [["--help"], ["help"], ["check", "--help"], ["help", "explain"]])
      expect(place.run(...args)).toMatchObject({ code: 0, out: expect.stringContaining("Usage: bitlaw") });
  });

  it("takes names that begin with a hyphen after --", () => {
    place.write({ "-odd.yaml": CONFLICTING });
    expect(place.run("check", "--", "-odd.yaml").out).toContain("-odd.yaml:9:7");
  });

  it.skipIf(process.platform === "win32")("ends quietly when the reader of a pipe has enough", () => {
    const bitlaw = fileURLToPath(new URL("../../dist/bitlaw.js", import.meta.url));
    const files = Array.from({ length: 60 }, () => "overtrained.yaml").join(" ");
    const script = `"${process.execPath}" "${bitlaw}" explain ${files} 2>errors.txt | head -n 1 >/dev/null; cat errors.txt`;
    expect(execFileSync("sh", ["-c", script], { cwd: place.folder, encoding: "utf8" })).toBe("");
  });
});
