import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkFiles } from "../../../server/cli/check/checkFiles.ts";
import { PLAIN } from "../../../server/lint/report/Style.ts";
import { CLEAN, CONFLICTING } from "../../protocol/configs.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-check-"));
writeFileSync(path.join(folder, "clean.yaml"), CLEAN);
writeFileSync(path.join(folder, "conflicting.yaml"), CONFLICTING);

afterAll(() => rmSync(folder, { recursive: true }));

/** What is written, in order, each with where to. */
async function written(terminal: boolean, args: readonly string[], quiet = false) {
  const lines: (readonly [string, string | undefined])[] = [];
  const output = {
    out: (text: string) => void lines.push(["out", text]),
    error: (text: string) => void lines.push(["error", text]),
    style: PLAIN,
    ...(terminal && { progress: (line: string | undefined) => void lines.push(["progress", line]) }),
  };
  const command = { format: "text", rule: {}, maxWarnings: 0, quiet } as const;
  const signal = new AbortController().signal;
  await checkFiles(args, command, output, {
    checkWorker: new URL("file:///none.js"),
    signal,
    version: "1.2.3",
  });
  return lines.filter(([, text]) => text !== "");
}

describe("bitlaw check on a terminal", () => {
  it("clears its progress before the first finding, and ends with a summary", async () => {
    const lines = await written(true, [folder]);
    const cleared = lines.findLastIndex(([to]) => to === "progress");
    expect(lines[cleared]).toEqual(["progress", undefined]);
    expect(lines.slice(cleared + 1).map(([to]) => to)).toEqual(["out", "error", "error"]);
    expect(lines.at(-2)).toEqual(["error", "1 error in 2 files\n"]);
  });

  it("says that there are no findings", async () => {
    const lines = await written(true, [path.join(folder, "clean.yaml")]);
    expect(lines.at(-1)).toEqual(["error", "No findings in 1 file\n"]);
  });

  it("has no summary with --quiet, nor in a pipe", async () => {
    const files = [path.join(folder, "clean.yaml")];
    expect((await written(true, files, true)).filter(([to]) => to === "error")).toEqual([]);
    expect(await written(false, files)).toEqual([]);
  });

  it("tells last how many findings can be fixed, with and without changing the run", async () => {
    // PyYAML reads 5e-5 as text: writing 5.0e-5 is safe. bf16 and fp16 together stop Transformers: to drop one is not.
    const text = ["model_name_or_path: EleutherAI/pythia-1.4b", "output_dir: ./out", "learning_rate: 5e-5"];
    const both = path.join(folder, "both.yml");
    writeFileSync(both, [...text, "bf16: true", "fp16: true", ""].join("\n"));
    const lines = await written(true, [both]);
    expect(lines.at(-1)).toEqual([
      "error",
      "1 finding can be fixed with --fix, 1 more with --fix-unsafe, which changes the run\n",
    ]);
    expect((await written(false, [both])).map(([to]) => to)).toEqual(["out"]);
    rmSync(both);
  });
});
