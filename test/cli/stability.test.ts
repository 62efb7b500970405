import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workplace } from "./runBitlaw.ts";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

/** A log with a loss that falls from 5 to `final` over 200 steps of 10. */
function curve(final: number, header = "step,loss"): string {
  const rows = Array.from(
    { length: 200 },
    (_, i) => `${10 * (i + 1)},${final + (5 - final) * Math.exp(-i / 20)}`,
  );
  return `${[header, ...rows].join("\n")}\n`;
}

/** One that breaks down after 100 points. */
function broken(): string {
  return `${curve(3).split("\n").slice(0, 101).join("\n")}\n1010,nan\n`;
}

/** The cells of the lines of a text report that begin with a word. */
function rows(out: string, first: string): readonly (readonly string[])[] {
  const lines = out.split("\n").map((line) => line.trim().split(/ {2,}/));
  return lines.filter(([cell]) => cell === first);
}

describe("bitlaw stability", () => {
  it("judges runs by the format in their names and says so", () => {
    const names = (format: string) => [1, 2, 3].map((seed) => `${format}-lr1e-3-seed${seed}.csv`);
    for (const name of names("bf16")) place.write({ [name]: curve(3) });
    for (const name of names("fp8_e4m3")) place.write({ [name]: broken() });
    const { code, out, error } = place.run("stability", ".");
    expect(rows(out, "bf16")).toEqual([
      ["bf16", "3", "0", "0", "0", "–", "1e-3 (all tried)"],
      ["bf16", "1e-3", "3", "0", expect.stringMatching(/^3\.000\d ± 0\.0000$/)],
    ]);
    expect(rows(out, "fp8_e4m3")[0]).toEqual(["fp8_e4m3", "3", "3", "0", "0", "–", "–"]);
    expect(out).toContain(
      "fp8_e4m3 is less robust than bf16: 3 of 3 runs failed, of bf16 0 of 3 at the same learning rates (Fisher's exact test: p = 0.05 one-sided, 0.1 two-sided).",
    );
    expect(out).toContain("The format is read out of the file's name for bf16-lr1e-3-seed1");
    expect(error.split("\n")[0]).toBe("fp8_e4m3-lr1e-3-seed1.csv:102: The loss is NaN at step 1010.");
    expect(code).toBe(1);
  });

  it("says of three good seeds that they prove little", () => {
    for (const seed of [1, 2, 3])
      place.write({ [`bf16-seed${seed}.csv`]: curve(3), [`fp8-seed${seed}.csv`]: curve(3) });
    const { code, out } = place.run("stability", ".");
    expect(code).toBe(0);
    expect(out).toContain("These runs cannot tell whether fp8 is as robust as bf16: 0 of 3 runs failed");
    // 3 against 3 needs 3–0, which has probability 0.93³ = 0.804 and 0.92³ = 0.779.
    expect(out).toContain(
      "a failure rate of 93 % or more where the other is 0 %; a smaller one would have been missed.",
    );
  });

  it("reads several runs from one file by their columns", () => {
    const rowsOf = (run: string, format: string, seed: number, final: number) =>
      [1, 2, 3].map((i) => `${run},${format},${seed},1e-3,${i},${i === 3 ? final : 5 - i}`);
    const lines = [
      ...rowsOf("a", "bf16", 1, 2.5),
      ...rowsOf("b", "bfloat16", 2, 2.7),
      ...rowsOf("c", "fp8", 1, 2.9),
    ];
    place.write({ "all.csv": `run,precision,seed,lr,global_step,train/loss\n${lines.join("\n")}\n` });
    const { code, out, error } = place.run("stability", "all.csv");
    expect(error).toBe("");
    expect(code).toBe(0);
    // Mean of 2.5 and 2.7; their standard deviation is 0.2/√2.
    expect(rows(out, "bf16")[1]).toEqual(["bf16", "1e-3", "2", "0", "2.6000 ± 0.1414"]);
    expect(rows(out, "fp8")[1]).toEqual(["fp8", "1e-3", "1", "0", "2.9000"]);
  });

  it("names the first problem of each kind with file and line, and judges the rest", () => {
    place.write({
      "bf16.csv": [
        "step,loss",
        "1,5",
        "2,4.8",
        "4,4.5",
        "6,4.4",
        "3,4.6",
        "6,4.3",
        ",4",
        // Steps 7 and 9 are left out, and step 3 comes late, so there are three gaps: after 4, 6 and 8.
        "7,abc",
        "8,NaN",
        "9,1,2",
        "10,4",
        "11",
      ].join("\n"),
    });
    const { code, out, error } = place.run("stability", "bf16.csv");
    expect(error.trimEnd().split("\n")).toEqual([
      "bf16.csv:6: Step 3 comes after a later one: the steps are sorted.",
      "bf16.csv:7: Step 6 is there again: the last value counts.",
      "bf16.csv:8: The step is missing: the row is left out.",
      "bf16.csv:9: [loss] `abc` is no number.",
      "bf16.csv:10: The loss is NaN at step 8.",
      "bf16.csv:11: The row has 3 cells, the header 2: it is left out.",
      "bf16.csv:13: The last line is cut off: it is left out.",
      "bf16.csv: Nothing is logged between step 4 and step 6. (and 2 more like this)",
    ]);
    expect(rows(out, "bf16")[1]?.at(-1)).toBe("4.0000");
    expect(code).toBe(0);
  });

  it("misses no step of an unsorted log that has them all, and names the line where a sorted one lacks some", () => {
    const losses = (...steps: readonly number[]) =>
      `step,loss\n${steps.map((s) => `${s},${9 - s}\n`).join("")}`;
    place.write({ "a.csv": losses(1, 2, 5, 4, 3), "b.csv": losses(1, 2, 5) });
    expect(place.run("stability", "a.csv").error.trimEnd()).toBe(
      "a.csv:5: Step 4 comes after a later one: the steps are sorted. (and 1 more like this)",
    );
    expect(place.run("stability", "b.csv").error.trimEnd()).toBe(
      "b.csv:4: Nothing is logged between step 2 and step 5.",
    );
  });

  it("says of a log without a record that nothing is logged in it", () => {
    place.write({ "trainer_state.json": '{"log_history": []}', "none.jsonl": "" });
    expect(place.run("stability", "trainer_state.json", "none.jsonl")).toMatchObject({
      code: 2,
      error: [
        "trainer_state.json: There is no loss: nothing is logged in it.\n",
        "none.jsonl: There is no loss: nothing is logged in it.\n",
      ].join(""),
    });
  });

  it("counts a run that was stopped because it diverged, and says how far it rose", () => {
    // 100 steps against 60 that end at 7 after 3, which is 4 nats more.
    const csv = (last: number, steps: number) =>
      `step,loss\n${Array.from({ length: steps }, (_, i) => `${i},${i === 0 ? 9 : i < 50 ? 3 : last}\n`).join("")}`;
    place.write({ "bf16.csv": csv(3, 100), "fp8_e4m3.csv": csv(7, 60) });
    const { out } = place.run("stability", "bf16.csv", "fp8_e4m3.csv");
    expect(out).toContain("failed: stopped at step 59 at 7.0000, 4.0000 above its own lowest average");
    expect(rows(out, "fp8_e4m3")[0]?.slice(1, 4)).toEqual(["1", "1", "0"]);
  });

  it("names the columns that it found where none has the loss, and judges the other files", () => {
    place.write({ "other.csv": "name,age\nx,1\n", "bf16.csv": curve(3), "notes.txt": "" });
    const { code, out, error } = place.run("stability", "other.csv", "bf16.csv", "missing.csv", "notes.txt");
    expect(code).toBe(2);
    expect(error).toContain("other.csv:1: There is no loss: found `name`, `age`; call it `loss`");
    expect(error).toContain("missing.csv: there is no such file\n");
    expect(error).toContain("notes.txt: this is no training log by its name");
    expect(rows(out, "bf16")[0]?.[1]).toBe("1");
  });

  it("loses only the line of a quote that is not closed, and shows no control characters", () => {
    const lines = ["step;loss;run", '1;5;"a;b"', '2;"4;a', "3;\u001b[31m;a", '4;3;"a;b"'];
    place.write({ "bf16.csv": `${lines.join("\r\n")}\r\n` });
    const { out, error } = place.run("stability", "bf16.csv");
    expect(error.trimEnd().split("\n")).toEqual([
      "bf16.csv:3: A double quote is not closed on its line: the row is left out.",
      "bf16.csv:4: [loss] `\uFFFD[31m` is no number.",
    ]);
    expect(rows(out, "bf16")[1]?.at(-1)).toBe("3.0000");
  });

  it("refuses an empty folder and a file without anything", () => {
    place.write({ folder: null, "empty.csv": "" });
    expect(place.run("stability", "folder")).toMatchObject({ code: 2, out: "" });
    expect(place.run("stability", "empty.csv")).toEqual({
      code: 2,
      out: "",
      error: "empty.csv: The file is empty.\n",
    });
  });
});
