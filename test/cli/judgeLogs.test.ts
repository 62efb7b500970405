import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharpnessOfCheckpoints } from "../../server/cli/sharpness/sharpnessOfCheckpoints.ts";
import { judgeLogs } from "../../server/cli/stability/judgeLogs.ts";
import { PLAIN } from "../../server/lint/report/Style.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
const file = (name: string) => path.join(place.folder, name);
const COMMAND = { window: 100, threshold: 0.008, margin: 1, format: "text" } as const;

/** Numpy's header for an array of the given type and shape, then zeros. */
function zeros(descr: string, shape: string, bytes: number): Uint8Array {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }`;
  return Buffer.concat([
    Buffer.from([0x93]),
    Buffer.from("NUMPY\x01\x00"),
    Buffer.from([header.length, 0]),
    Buffer.from(header),
    Buffer.alloc(bytes),
  ]);
}

beforeAll(() => {
  place.write({
    "bf16.csv": "step,loss\n1,5\n2,3\n",
    "fp8.jsonl": '{"step": 1, "loss": 5}\n{"step": 2, "loss": 3}\n',
    "logits.npy": zeros("<f4", "(1, 2)", 8),
    "targets.npy": zeros("<i4", "(1,)", 4),
  });
});
afterAll(() => place.remove());

/** What a command writes, and how far it says it is. */
function listening() {
  const texts = { out: "", error: "", progress: [] as (string | undefined)[] };
  const output = {
    style: PLAIN,
    out: (text: string) => {
      texts.out += text;
    },
    error: (text: string) => {
      texts.error += text;
    },
    progress: (line: string | undefined) => {
      texts.progress.push(line);
    },
  };
  return { texts, output };
}

describe("Long work", () => {
  it("shows how far the reading of logs is, and clears the line", async () => {
    const { texts, output } = listening();
    await judgeLogs([file("bf16.csv"), file("fp8.jsonl")], COMMAND, output, new AbortController().signal);
    // 18 of 18 + 46 bytes.
    expect(texts.progress).toEqual([
      `Reading ${file("bf16.csv")} 28 %`,
      `Reading ${file("fp8.jsonl")} 100 %`,
      undefined,
    ]);
  });

  it("ends with 130 and without a report where it is cancelled", async () => {
    for (const name of ["bf16.csv", "fp8.jsonl"]) {
      const { texts, output } = listening();
      expect(await judgeLogs([file(name)], COMMAND, output, AbortSignal.abort())).toBe(130);
      expect(texts).toMatchObject({ out: "", error: "Cancelled; nothing is written.\n" });
    }
    const { texts, output } = listening();
    const command = { targets: file("targets.npy"), epsilon: 0.01, format: "text" } as const;
    expect(await sharpnessOfCheckpoints([file("logits.npy")], command, output, AbortSignal.abort())).toBe(
      130,
    );
    expect(texts).toMatchObject({ out: "", error: "Cancelled; nothing is written.\n" });
  });
});
