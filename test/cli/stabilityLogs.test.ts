import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { maskedCrc32c } from "../../server/science/stability/events/crc32c.ts";
import { Workplace } from "./runBitlaw.ts";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

/** The row of a format in the table of final losses. */
function settingRow(out: string, format: string): readonly string[] | undefined {
  const lines = out.split("\n").map((line) => line.trim().split(/ {2,}/));
  return lines.filter(([first]) => first === format)[1];
}

describe("JSON Lines", () => {
  it("are read with Python's NaN and W&B's names, and a last line that is cut off is left out", () => {
    const lines = [
      '{"_step": 5, "train/global_step": 1, "train/loss": 5, "train/learning_rate": 1e-4, "text": "NaN"}',
      '{"_step": 9, "train/global_step": 2, "train/loss": NaN}',
      '{"eval/loss": 9}',
      "not json",
      '{"train/global_step": 3, "train/loss": "4.5", "train/learning_rate": 3e-4}',
      '{"train/global_step": 4, "train/loss": 4, "train/train_loss": 7, "train_runtime": 10}',
      '{"train/global_step": 4, "train/loss": 3, "trai',
    ];
    place.write({ "bf16.jsonl": lines.join("\n") });
    const { code, out, error } = place.run("stability", "bf16.jsonl");
    expect(error.trimEnd().split("\n")).toEqual([
      "bf16.jsonl:2: The loss is NaN at step 2.",
      "bf16.jsonl:4: The line is no JSON object: it is left out.",
      "bf16.jsonl:7: The last line is cut off: it is left out.",
    ]);
    expect(settingRow(out, "bf16")).toEqual(["bf16", "3e-4", "1", "0", "4.5000"]);
    expect(code).toBe(0);
  });
});

describe("The history of the Hugging Face Trainer", () => {
  const state = (...entries: readonly object[]) =>
    JSON.stringify({ best_metric: null, log_history: entries, max_steps: 3 }, null, 2);
  const history = [
    { epoch: 0.1, grad_norm: 1.5, learning_rate: 2e-4, loss: 5, step: 1 },
    { eval_loss: 4.9, step: 1 },
    { grad_norm: 1.2, learning_rate: 1e-4, loss: 4, step: 2 },
  ];

  it("is read without the mean loss at its end, and names the run after its folder", () => {
    place.write({
      "fp8-seed1": null,
      "fp8-seed1/trainer_state.json": state(...history, { step: 2, train_loss: 4.5, train_runtime: 9 }),
    });
    const { out, error } = place.run("stability", ".");
    expect(error).toBe("");
    expect(settingRow(out, "fp8")).toEqual(["fp8", "2e-4", "1", "0", "4.0000"]);
    expect(out).toContain("The format is read out of the file's name for fp8-seed1.");
  });

  it("counts once where every checkpoint has a copy: that of the last one", () => {
    const folders = ["bf16", "bf16/checkpoint-9", "bf16/checkpoint-10"];
    place.write({
      ...Object.fromEntries(folders.map((name) => [name, null])),
      "bf16/checkpoint-9/trainer_state.json": state(...history),
      "bf16/checkpoint-10/trainer_state.json": state(...history, { loss: 3, step: 3 }),
    });
    const { out } = place.run("stability", ".");
    expect(settingRow(out, "bf16")).toEqual(["bf16", "2e-4", "1", "0", "3.0000"]);
  });

  it("is judged as far as it goes where the file is cut off", () => {
    const text = state(...history);
    place.write({ "bf16.json": text.slice(0, text.lastIndexOf("learning_rate")) });
    const { error, out } = place.run("stability", "bf16.json");
    // The record that is cut off begins on line 15 and breaks off on line 17.
    expect(error).toBe("bf16.json:17: The file is cut off: the records before that count.\n");
    expect(out).toContain("Stability of 1 run");
  });

  it("is missed in JSON of another kind", () => {
    place.write({ "bf16.json": '{"loss": 3}' });
    const { code, error } = place.run("stability", "bf16.json");
    expect(code).toBe(2);
    expect(error).toContain("There are no records: neither a `log_history` nor an array at the top.");
  });
});

describe("W&B's exports", () => {
  it("are read as an array of records", () => {
    place.write({
      "bf16.json": '[{"_step": 1, "loss": 5}, {"_step": 2, "loss": 4, "note": "a } in ] text \\" "}]',
    });
    const { out, error } = place.run("stability", "bf16.json");
    expect(error).toBe("");
    expect(settingRow(out, "bf16")?.at(-1)).toBe("4.0000");
  });

  it("may have a column for each run, with the least and the most beside it", () => {
    const columns = ["bf16-a", "fp8-b"].flatMap((run) =>
      ["", "__MIN", "__MAX"].map((end) => `"${run} - train/loss${end}"`),
    );
    place.write({
      "export.csv": `"Step",${columns.join(",")}\n1,5,1,9,5.5,1,9\n2,4,1,9,,,\n3,3,1,9,3.5,1,9\n`,
    });
    const { out, error } = place.run("stability", "export.csv");
    // The second run has two points only, so no distance between its points is usual.
    expect(error).toBe("");
    expect(settingRow(out, "bf16")?.at(-1)).toBe("3.0000");
    expect(settingRow(out, "fp8")?.at(-1)).toBe("3.5000");
  });
});

/** A protobuf field: of type 2 for bytes, else a varint below 128. */
function field(number: number, value: number | Uint8Array): readonly number[] {
  return typeof value === "number" ? [number << 3, value] : [(number << 3) | 2, value.length, ...value];
}

function float32(value: number): Uint8Array {
  return new Uint8Array(new Float32Array([value]).buffer);
}

/** An Event with one value, whose protobuf fields are given. */
function event(step: number, ...fields: readonly (readonly number[])[]): Uint8Array {
  const value = field(1, Uint8Array.from(fields.flat()));
  return Uint8Array.from([...field(2, step), ...field(5, Uint8Array.from(value))]);
}

const tag = (name: string) => field(1, new TextEncoder().encode(name));
const simple = (value: number) => [(2 << 3) | 5, ...float32(value)];
/** A tensor of type float32 with its element in tensor_content. */
const tensor = (value: number) => field(8, Uint8Array.from([...field(1, 1), ...field(4, float32(value))]));

function records(...events: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(
    events.flatMap((data) => {
      const head = new Uint8Array(12);
      const view = new DataView(head.buffer);
      view.setBigUint64(0, BigInt(data.length), true);
      view.setUint32(8, maskedCrc32c(head.subarray(0, 8)), true);
      const foot = new Uint8Array(4);
      new DataView(foot.buffer).setUint32(0, maskedCrc32c(data), true);
      return [...head, ...data, ...foot];
    }),
  );
}

describe("TensorBoard's event files", () => {
  const FILE = "bf16/events.out.tfevents.1700000000.host.1.0";

  it("have checksums as RFC 3720 defines them", () => {
    // CRC-32C of the nine digits is 0xe3069283, the check value of the standard. Rotated right by 15 bits it is 0x2507c60d.
    expect(maskedCrc32c(new TextEncoder().encode("123456789"))).toBe((0x2507c60d + 0xa282ead8) >>> 0);
  });

  it("are read with both kinds of scalars, several files of a folder as one run, and pictures passed over", () => {
    place.write({
      bf16: null,
      [FILE]: records(
        Uint8Array.from(field(3, new TextEncoder().encode("brain.Event:2"))),
        event(1, tag("train/loss"), simple(5)),
        event(1, tag("train/learning_rate"), simple(0.25)),
        event(1, tag("picture"), field(4, new Uint8Array(100))),
        event(2, tag("train/loss"), tensor(4)),
      ),
      "bf16/events.out.tfevents.1700000001.host.1.1": records(event(3, tag("train/loss"), tensor(3))),
      "bf16/events.out.tfevents.1700000002.host.1.2": records(event(3, tag("eval/loss"), tensor(9))),
    });
    const { out, error, code } = place.run("stability", ".");
    expect({ error, code }).toEqual({ error: "", code: 0 });
    expect(settingRow(out, "bf16")).toEqual(["bf16", "0.25", "1", "0", "3.0000"]);
  });

  it("are read up to where they are cut off, and past a damaged record", () => {
    const loss = (step: number, value: number) => event(step, tag("loss"), simple(value));
    const good = records(loss(1, 5), loss(2, 4), loss(3, 3));
    const size = good.length / 3;
    const damaged = good.slice(0, good.length - 2);
    damaged[size + 14] = (damaged[size + 14] ?? 0) ^ 1;
    place.write({ bf16: null, [FILE]: damaged });
    const { error, out } = place.run("stability", "bf16");
    expect(error.split("\n").slice(0, 2)).toEqual([
      `${FILE}: The record at byte ${size} has a wrong checksum: it is left out.`,
      `${FILE}: The last record is cut off: it is left out.`,
    ]);
    expect(out).toContain("Stability of 1 run");
  });

  it("are given up where the length of a record is damaged, and where no scalar is the loss", () => {
    const broken = records(event(1, tag("loss"), simple(5)), event(2, tag("loss"), simple(5)));
    const middle = broken.length / 2;
    broken[middle] = 255;
    place.write({
      bf16: null,
      [FILE]: broken,
      fp8: null,
      "fp8/a.tfevents": records(event(1, tag("x"), simple(1))),
    });
    const { error } = place.run("stability", ".");
    expect(error).toContain(`${FILE}: The record at byte ${middle} has a length with a wrong checksum`);
    expect(error).toContain(
      "fp8/a.tfevents: There is no loss: found `x`; call it `loss`, `train_loss` or `train/loss`.",
    );
  });
});

describe("A manifest", () => {
  const manifest = (...runs: readonly object[]) => JSON.stringify({ version: 1, config: "train.yaml", runs });

  it("ties logs to runs by their names and by `log`, and says which runs have none", () => {
    place.write({
      p: null,
      "p/logs": null,
      "p/bitlaw-probe.json": manifest(
        { file: "train.1.yaml", seed: 1, learningRate: 1e-3, format: "bf16" },
        { file: "train.10.yaml", seed: 10, learningRate: 1e-3, format: "fp8_e4m3" },
        { file: "train.2.yaml", seed: 2, learningRate: 1e-3, format: "bf16", log: "logs/second.csv" },
        { file: "train.3.yaml", seed: 3, learningRate: 1e-3, format: "bf16" },
      ),
      "p/train.1.csv": "step,loss\n1,5\n2,3\n",
      "p/train.10-loss.csv": "step,loss\n1,5\n2,4\n",
      "p/logs/second.csv": "step,loss\n1,5\n2,3.5\n",
    });
    const { out, error } = place.run("stability", "p");
    expect(error).toBe("");
    // Mean and standard deviation of 3 and 3.5: 0.5/√2.
    expect(settingRow(out, "bf16")).toEqual(["bf16", "1e-3", "2", "0", "3.2500 ± 0.3536"]);
    expect(settingRow(out, "fp8_e4m3")).toEqual(["fp8_e4m3", "1e-3", "1", "0", "4.0000"]);
    expect(out).toContain("The manifest has runs without a log: train.3.");
  });

  it("has configs that end like a log and are none", () => {
    place.write({
      "bitlaw-probe.json": manifest({ file: "a.json", format: "bf16" }),
      "a.json": '{"learning_rate": 1}',
      "a.csv": "step,loss\n1,5\n2,3\n",
    });
    const { code, error } = place.run("stability", ".");
    expect({ code, error }).toEqual({ code: 0, error: "" });
  });

  it("that is damaged is named, and the logs are judged without it", () => {
    place.write({ "bitlaw-probe.json": '{"version": 2}', "bf16.csv": "step,loss\n1,5\n2,3\n" });
    const { code, out, error } = place.run("stability", ".");
    expect(code).toBe(2);
    expect(error).toBe('bitlaw-probe.json: a manifest has `"version": 1` and an array `runs`\n');
    expect(out).toContain("Stability of 1 run");
  });
});

describe("Runs", () => {
  it("that are logged twice count once, so that a comparison does not look surer than it is", () => {
    place.write({
      fp8: null,
      "fp8/runs": null,
      "fp8/runs/Nov25_host": null,
      "fp8/trainer_state.json": JSON.stringify({
        log_history: [
          { step: 1, loss: 5 },
          { step: 2, loss: 4 },
        ],
      }),
      "fp8/runs/Nov25_host/events.out.tfevents.1": records(
        event(2, tag("train/loss"), simple(4)),
        event(3, tag("train/loss"), simple(3)),
      ),
    });
    const { out, error } = place.run("stability", ".");
    expect(error).toBe("");
    expect(settingRow(out, "fp8")).toEqual(["fp8", "(not known)", "1", "0", "3.0000"]);
    expect(out).toContain("Read from several files as one run: fp8.");
  });

  it("of the same name in two folders are two", () => {
    const log = "step,loss\n1,5\n2,3\n";
    place.write({ a: null, b: null, "a/bf16.csv": log, "b/bf16.csv": log });
    expect(place.run("stability", "a", "b").out).toContain("Stability of 2 runs in 1 format");
    expect(place.run("stability", "a/bf16.csv", "b/bf16.csv").out).toContain(
      "Stability of 2 runs in 1 format",
    );
    expect(place.run("stability", ".").out).toContain("Stability of 2 runs in 1 format");
  });

  it("of Lightning have the format in front of `-mixed`", () => {
    place.write({ "x.csv": "step,loss,precision\n1,5,bf16-mixed\n2,3,bf16-mixed\n" });
    expect(settingRow(place.run("stability", "x.csv").out, "bf16")?.[2]).toBe("1");
  });

  it("without a loss are told with the names that were found", () => {
    place.write({ "bf16.jsonl": '{"a": 1}\n{"b": 2}\n', "fp8.csv": "step,loss\n1,5\n2,3\n" });
    const message =
      "bf16.jsonl: There is no loss: found `a`, `b`; call it `loss`, `train_loss` or `train/loss`.\n";
    expect(place.run("stability", "bf16.jsonl", "fp8.csv")).toMatchObject({ code: 2, error: message });
    // In a folder there may be other files as well.
    expect(place.run("stability", ".")).toMatchObject({ code: 0, error: message });
  });
});
