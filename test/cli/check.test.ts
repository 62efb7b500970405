import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLEAN, CONFLICTING, OVERTRAINED } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
const BITLAW = fileURLToPath(new URL("../../dist/bitlaw.js", import.meta.url));

/** DeepSpeed's file, and a trainer's config that says something else about the same run. */
const ENGINE = '{\n  "fp16": { "enabled": true },\n  "zero_optimization": { "stage": 2 }\n}\n';
const TRAINER = `${CLEAN}deepspeed: engine.json\n`;

beforeAll(() =>
  place.write({
    "clean.yaml": CLEAN,
    "conflicting.yaml": CONFLICTING,
    "overtrained.yaml": OVERTRAINED,
    "pair/engine.json": ENGINE,
    "pair/train.yaml": TRAINER,
  }),
);

afterAll(() => place.remove());

describe("--rule", () => {
  it("gives a rule another severity, which counts", () => {
    expect(place.run("check", "--rule", "overtrained-for-format=error", "overtrained.yaml")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/ {2}error {2}.*\[overtrained-for-format\]/),
    });
    expect(place.run("check", "--rule", "conflicting-precision=off", "conflicting.yaml")).toEqual({
      code: 0,
      out: "",
      error: "",
    });
  });

  it("may be given for several rules", () => {
    const { out } = place.run(
      ...["check", "--rule", "overtrained-for-format=off", "--rule", "conflicting-precision=warning"],
      ...["overtrained.yaml", "conflicting.yaml"],
    );
    expect(out).toMatch(/^conflicting\.yaml:\d+:\d+ {2}warning {2}.*\[conflicting-precision\]\n$/);
  });

  it.each([
    ["overtraned-for-format=error", "There is no rule overtraned-for-format; is it overtrained-for-format?"],
    ["nothing-like-it-at-all=error", "There is no rule nothing-like-it-at-all."],
    ["coarse-scaling=warn", "There is no severity warn"],
    ["coarse-scaling=eror", "There is no severity eror; is it error?"],
    ["coarse-scaling", "Write a rule and its severity, such as coarse-scaling=off."],
  ])("refuses %s in one line", (value, says) => {
    const { code, out, error } = place.run("check", "--rule", value, "clean.yaml");
    expect(error).toContain(says);
    expect(error.trim().split("\n")).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  it("refuses two severities for one rule", () => {
    const rules = ["--rule", "coarse-scaling=off", "--rule", "coarse-scaling=error"];
    expect(place.run("check", ...rules, "clean.yaml")).toMatchObject({
      code: 2,
      error: expect.stringContaining("The rule coarse-scaling has a severity already"),
    });
  });
});

describe("--max-warnings", () => {
  it("lets so many warnings pass, and no error", () => {
    const warning = ["--rule", "conflicting-precision=warning", "conflicting.yaml"];
    expect(place.run("check", ...warning).code).toBe(1);
    expect(place.run("check", "--max-warnings", "1", ...warning).code).toBe(0);
    expect(place.run("check", "--max-warnings", "100", "conflicting.yaml").code).toBe(1);
  });
});

describe("--quiet", () => {
  it("leaves out what is less than a warning, in every format", () => {
    expect(place.run("check", "--quiet", "overtrained.yaml")).toEqual({ code: 0, out: "", error: "" });
    const { out } = place.run("check", "--quiet", "--format", "json", "overtrained.yaml");
    expect(JSON.parse(out).files[0].findings).toEqual([]);
    expect(place.run("check", "--quiet", "conflicting.yaml").out).toContain("[conflicting-precision]");
  });
});

describe("--stdin", () => {
  it("checks a text as if it stood in a file, with the files around it", () => {
    const { code, out, error } = place.runWith(
      { input: TRAINER },
      ...["check", "--stdin", "--stdin-filename", "pair/unsaved.yaml"],
    );
    expect(out).toMatch(/^pair\/unsaved\.yaml:\d+:\d+ {2}error {2}.*\[companion-disagrees\]$/m);
    expect({ code, error }).toEqual({ code: 1, error: "" });
  });

  it("takes the language from the name, and works with every format", () => {
    const { out, code } = place.runWith(
      { input: '{"fp16": {"enabled": true}, "bf16": {"enabled": true}, "zero_optimization": {}}' },
      ...["check", "--stdin", "--stdin-filename", "new.json", "--format", "json"],
    );
    expect(JSON.parse(out).files).toMatchObject([
      { path: "new.json", findings: [{ rule: "conflicting-precision" }] },
    ]);
    expect(code).toBe(1);
  });

  it("says in one line what is wrong with the text", () => {
    const input = Buffer.from([0xff, 0xfe, 0xff]).toString("latin1");
    const named = ["check", "--stdin", "--stdin-filename", "a.yaml"];
    expect(place.runWith({ input: `${CLEAN}x: [` }, ...named)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^a\.yaml:\d+:\d+: .*\n$/),
    });
    expect(place.runWith({ input: `${CLEAN}# ${"x".repeat(2_000_000)}${input}` }, ...named)).toMatchObject({
      code: 2,
      error: "a.yaml: the file is larger than 512 KiB, too large for a training config\n",
    });
  });

  it.each([
    [["--stdin"], "--stdin: say where the text belongs with --stdin-filename PATH\n"],
    [["--stdin-filename", "a.yaml"], "--stdin-filename: it goes with --stdin; add that, or name the file\n"],
    [
      ["--stdin", "--stdin-filename", "a.yaml", "clean.yaml"],
      "--stdin: it checks one text; leave out the files, or --stdin\n",
    ],
  ])("refuses %j", (args, error) => {
    expect(place.run("check", ...args)).toEqual({ code: 2, out: "", error });
  });
});

describe("Options", () => {
  it.each([
    [["check", "--format", "json", "--format", "text", "clean.yaml"], "'--format <format>'"],
    [["check", "--threads", "1", "--threads=1", "clean.yaml"], "'--threads <count>'"],
    [["explain", "--format", "json", "--format", "json", "clean.yaml"], "'--format <format>'"],
    [["laws", "--format", "json", "--format", "text"], "'--format <format>'"],
    [["fit", "--law", "kumar", "--law", "sun", "runs.csv"], "'--law <form>'"],
  ])("that take one value are refused twice: %j", (args, option) => {
    expect(place.run(...args)).toEqual({
      code: 2,
      out: "",
      error: `error: option ${option} is given twice; keep one of them\n`,
    });
  });

  it("and exit codes are in the help", () => {
    const { out } = place.run("check", "--help");
    for (const option of ["--rule", "--max-warnings", "--baseline", "--stdin-filename", "--force-exclude"])
      expect(out).toContain(option);
    expect(out).toMatch(/Exit codes:\n {2}0 [\s\S]* 1 [\s\S]* 2 [\s\S]* 130 {2}interrupted/);
  });
});

describe("Threads", () => {
  it("change nothing that is said, be it of files, of companions, of problems or of the JSON report", () => {
    const many = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [
        `many/${i}.yaml`,
        [CLEAN, CONFLICTING, OVERTRAINED][i % 3] ?? "",
      ]),
    );
    place.write({
      ...many,
      "many/broken.yaml": `${CLEAN}x: [`,
      "many/engine.json": ENGINE,
      "many/t.yaml": TRAINER,
    });
    for (const format of ["text", "json"]) {
      const [one, three] = ["1", "3"].map((threads) =>
        place.run("check", "--format", format, "--threads", threads, "many"),
      );
      expect(three).toEqual(one);
      expect(one).toMatchObject({
        code: 2,
        error: expect.stringMatching(/^many\/broken\.yaml:\d+:\d+: .*\n$/),
      });
      expect(one?.out).toContain("conflicting-precision");
    }
  });
});

describe("A companion among the files", () => {
  it("shows the finding of the config that uses it at its own key", () => {
    const { out } = place.run("check", "pair");
    // The engine's file says FP16 in line 2.
    expect(out).toMatch(/^pair\/engine\.json:2:\d+ {2}error {2}.*\[companion-disagrees\]$/m);
    expect(out).toMatch(/^pair\/train\.yaml:\d+:\d+ {2}error {2}.*\[companion-disagrees\]$/m);
  });

  it("is explained with that finding too", () => {
    const { code, out } = place.run("explain", "pair/engine.json", "pair/train.yaml");
    expect(out).toMatch(/^pair\/engine\.json:2:\d+ {2}error {2}.*\[companion-disagrees\]$/m);
    expect(code).toBe(1);
  });
});

describe.skipIf(process.platform === "win32")("Ctrl-C", () => {
  it("ends a check with exit code 130", async () => {
    // Standard input stays open, so the check is under way until it is interrupted.
    const bitlaw = spawn(process.execPath, [BITLAW, "check", "--stdin", "--stdin-filename", "a.yaml"], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    let said = "";
    bitlaw.stderr.on("data", (chunk) => {
      said += chunk;
    });
    // More than a pipe holds: the write ends when the check is reading.
    bitlaw.stdin.write(CLEAN.padEnd(1_200_000, "#"), () => bitlaw.kill("SIGINT"));
    const [code] = await once(bitlaw, "close");
    expect({ code, said }).toEqual({ code: 130, said: "Cancelled.\n" });
  });
});
