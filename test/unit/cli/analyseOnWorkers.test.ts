import { describe, expect, it } from "vitest";
import { analyseOnWorkers } from "../../../server/cli/analysis/analyseOnWorkers.ts";
import type { FileOutcome } from "../../../server/cli/analysis/FileOutcome.ts";

const FILES = Array.from({ length: 30 }, (_, i) => ({ path: `${i}.yaml`, named: true }));

const ANSWERS = `parentPort.postMessage(batch.map(({ path }) => ({ kind: "unusable", path, problem: "worker" })))`;

/** A worker that does something with each batch. */
function worker(onBatch: string): URL {
  const script = `import { parentPort } from "node:worker_threads"; parentPort.on("message", (batch) => { ${onBatch} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

function check(script: URL, signal = new AbortController().signal) {
  const analyseHere = async ({ path }: { path: string }): Promise<FileOutcome<never>> => ({
    kind: "unusable",
    path,
    problem: "here",
  });
  return analyseOnWorkers(FILES, {
    script,
    data: {},
    threads: 2,
    signal,
    progress: () => undefined,
    analyseHere,
  });
}

describe("Files on workers", () => {
  it("come back in their order, whichever worker is done first", async () => {
    const late = `setTimeout(() => ${ANSWERS}, batch[0].path === "0.yaml" ? 200 : 0)`;
    const outcomes = await check(worker(late));
    expect(outcomes.map(({ path }) => path)).toEqual(FILES.map(({ path }) => path));
    expect(outcomes.every((outcome) => outcome.kind === "unusable" && outcome.problem === "worker")).toBe(
      true,
    );
  });

  it.each([
    ["cannot start", new URL("data:text/javascript,this is no script")],
    ["ends at once", new URL("data:text/javascript,process.exit(1)")],
    ["throws", worker(`throw new Error("no")`)],
    ["ends over a batch", worker("process.exit(0)")],
  ])("are all checked on this thread where every worker %s", async (_, script) => {
    const outcomes = await check(script);
    expect(outcomes).toEqual(FILES.map(({ path }) => ({ kind: "unusable", path, problem: "here" })));
  });

  it("are checked on this thread only where a worker died over them", async () => {
    // Batches are of 8 files, so one holds number 9.
    const outcomes = await check(
      worker(`if (batch.some(({ path }) => path === "9.yaml")) process.exit(1); else ${ANSWERS}`),
    );
    const here = outcomes.flatMap((one) =>
      one.kind === "unusable" && one.problem === "here" ? [one.path] : [],
    );
    expect(here).toEqual([
      "8.yaml",
      "9.yaml",
      "10.yaml",
      "11.yaml",
      "12.yaml",
      "13.yaml",
      "14.yaml",
      "15.yaml",
    ]);
  });

  it("are given up when the check is cancelled, even by workers that never answer", async () => {
    const cancel = new AbortController();
    const outcomes = check(worker(""), cancel.signal);
    cancel.abort(new Error("cancelled"));
    await expect(outcomes).rejects.toThrow("cancelled");
  });
});
