import { describe, expect, it } from "vitest";
import { hardwareNamed } from "../../../server/config/run/hardware.ts";
import {
  decideFormats,
  leadingLawOf,
  type PlannedRun,
} from "../../../server/lint/assessment/decideFormats.ts";
import { decisionText, speedText } from "../../../server/lint/wording/decisionText.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";
import type { Law } from "../../../server/science/laws/Law.ts";
import { law } from "../science/known.ts";

/** ΔL of formats by their names, nats per token, each with an interval of a factor 1.5 to both sides. */
const GAPS: Readonly<Record<string, number>> = {
  bf16: 0,
  "fp8_e4m3:tensor": 0.004,
  "fp8_e4m3:channel": 0.003,
  "fp8_e4m3:block128": 0.0035,
  mxfp8: 0.004,
  mxfp6: 0.015,
  nvfp4: 0.045,
  mxfp4: 0.06,
};

/** A law of a project with these gaps, whatever N and D. */
const STATED: Law = {
  file: { ...law("sun-2025").file, name: "own" },
  applicability: ({ weights }) =>
    weights.name in GAPS ? { applies: true } : { applies: false, because: `no gap of ${weights.label}` },
  predict: ({ weights }) => {
    const delta = GAPS[weights.name] ?? Number.NaN;
    return {
      law: "own",
      diverges: false,
      terms: [],
      delta,
      ...(delta > 0
        ? { interval: { low: delta / 1.5, high: delta * 1.5, level: 0.8, from: "fit" } as const }
        : {}),
      domain: { inside: true, factors: {} },
      caveats: [],
    };
  },
};

function ask(
  formats: string,
  accelerator: string | undefined,
  more: Partial<PlannedRun> = {},
  of: Law = STATED,
) {
  const hardware = accelerator === undefined ? undefined : hardwareNamed(accelerator);
  const run: PlannedRun = {
    parameters: 8e9,
    tokens: 1e12,
    formats: formats.split(",").flatMap((name) => parseNumberFormat(name) ?? []),
    noise: 0.005,
    ...(hardware ? { hardware } : {}),
    ...more,
  };
  return decideFormats(run, leadingLawOf(run, [of])).map((one) => ({ ...one, text: decisionText(one, run) }));
}

describe("decideFormats", () => {
  it("FP8 saves time where its gap is within run noise", () => {
    const [fp8] = ask("fp8_e4m3:tensor", "h100");
    expect(fp8?.decision).toEqual({ verdict: "saves time", because: "gap within run noise" });
    // 1 − 1/1.10 = 9 %, 1 − 1/1.306 = 23 %.
    expect(fp8?.text).toMatch(
      /^FP8 E4M3, per tensor saves time: 9–23 % less time than BF16 for \+0\.0040 nats \(80 %: 0\.0027–0\.0060\), which is within run noise\. In the same time it sees 1\.\d+T tokens and ends 0\.00\d+ nats below BF16: break-even 1\.\d\d× /,
    );
  });

  it("NVFP4 trades at a gap that matters, and says which ends lower in the same time", () => {
    const [nvfp4] = ask("nvfp4", "b200", { tokens: 1e13 });
    expect(nvfp4?.decision).toEqual({ verdict: "trades", because: "16 bits end lower in the same time" });
    expect(nvfp4?.text).toMatch(
      /^NVFP4 trades: 32–37 % less time .* In the same time it sees 15\.\d+T tokens and ends 0\.0\d+ nats above BF16: /,
    );
  });

  it("a format pays where its speed makes up for its gap with certainty", () => {
    // T at 2e10 tokens is 0.33 to 0.48 nats by the four laws; 1.5 · 0.004 is at most 1.8 % of it: 1.05 at β = 0.3658, and ρ 1.17.
    const [mxfp8] = ask("mxfp8", "b200", { tokens: 2e10 });
    expect(mxfp8?.decision?.verdict).toBe("pays");
  });

  it("row-wise FP8 on Hopper does not pay: runs of that size were slower", () => {
    const [rows] = ask("fp8_e4m3:channel", "h100");
    expect(rows?.text).toBe(
      "FP8 E4M3, per channel does not pay: it is no faster than BF16 here, 0.87× of its speed.",
    );
  });

  it("MXFP6 on Blackwell does not pay beside MXFP8, which runs at its rate, whether or not that is asked about", () => {
    const [mxfp6] = ask("mxfp6", "b200");
    expect(mxfp6?.decision).toEqual({ verdict: "does not pay", because: "another format is better" });
    expect(mxfp6?.better?.name).toMatch(/^(?:mxfp8|fp8_e4m3:tensor)$/);
  });

  it("what runs in the products of another format is not offered", () => {
    // Blocks of FP8 would lose less than MXFP8, and are emulated there.
    const [mxfp8, blocks] = ask("mxfp8,fp8_e4m3:block128", "b200");
    expect(mxfp8?.better).toBeUndefined();
    expect(blocks?.onHardware).toBe("emulated");
    expect(blocks?.text).toContain(
      "no published run has its speed on B200, which runs it in the products of another",
    );
  });

  it("a peak rate does not show that scales of FP8 blocks, which nobody timed there, cost no time", () => {
    for (const accelerator of ["gaudi3", "mi355x", "h20"]) {
      const [tensor] = ask("fp8_e4m3:tensor", accelerator);
      expect(tensor?.decision).toEqual({ verdict: "not shown", because: "speed not known" });
    }
  });

  it("integers that the accelerator has no products for are not its own formats", () => {
    const [int8, int6, int4] = ask("int8,int6,int4", "h100");
    expect([int8, int6, int4].map((one) => one?.onHardware)).toEqual(["native", "emulated", "emulated"]);
    expect(ask("int4", "t4")[0]?.onHardware).toBe("native");
    expect(ask("int8", "gaudi2")[0]?.onHardware).toBe("emulated");
  });

  it("does not deny every speed-up where only the middle of the break-even one is out of reach", () => {
    // T at 1e13 is 0.01 to 0.09 nats by the four laws: a gap of 0.04 leaves two of them without a speed-up, and two with one.
    const [nvfp4] = ask("nvfp4", "b200", { tokens: 2e13 });
    expect(nvfp4?.text).toMatch(/: break-even beyond 20× \([\d.]+× to none\)\.$/);
    const [always] = ask("nvfp4", "b200", { tokens: 1e18 });
    expect(always?.text).toMatch(/: no speed-up makes up for the gap\.$/);
  });

  it("what the accelerator does not multiply is not shown, whatever its peak rates", () => {
    const [nvfp4] = ask("nvfp4", "mi355x");
    expect(nvfp4?.text).toBe("What NVFP4 is worth is not shown: MI355X has no matrix products in NVFP4.");
  });

  it("without an accelerator no speed is known, unless it is declared", () => {
    const [unknown] = ask("nvfp4", undefined);
    expect(unknown?.text).toBe(
      "What NVFP4 is worth is not shown: its speed depends on the accelerator, which is not named.",
    );
    const [declared] = ask("nvfp4", undefined, { speedups: new Map([["nvfp4", 1.35]]) });
    expect(declared?.speed && speedText(declared.speed)).toBe("1.35×, declared");
    expect(declared?.decision?.verdict).toBe("trades");
  });

  it("takes an interval that its own number lies outside of for none, and goes by published runs where some are near", () => {
    const off: Law = {
      ...STATED,
      predict: (inputs) => ({
        ...STATED.predict(inputs),
        interval: { low: 0.19, high: 0.86, level: 0.8, from: "fit" },
      }),
    };
    const [nvfp4] = ask("nvfp4", "b200", {}, off);
    expect(nvfp4?.gap).not.toHaveProperty("interval");
    // 8B on 1T tokens is the very size of a published run.
    expect(nvfp4?.decision?.verdict).toBe("trades");
    const [tiny] = ask("nvfp4", "b200", { parameters: 1e6, tokens: 1e8 }, off);
    expect(tiny?.decision).toEqual({ verdict: "not shown", because: "gap not known" });
  });

  it("says why there is no gap, and gives BF16 no verdict", () => {
    const [int8, bf16] = ask("int8,bf16", "h100");
    expect(int8?.text).toBe("What INT8 is worth is not shown: own: no gap of INT8.");
    expect(bf16?.decision).toBeUndefined();
    expect(bf16?.text).toBe("");
  });

  it("takes the nearest published run's bound outside of the law's table", () => {
    const outside: Law = {
      ...STATED,
      predict: (inputs) => {
        const { interval: _, ...rest } = STATED.predict(inputs);
        return { ...rest, domain: { inside: false, factors: { parameters: 5 } } };
      },
    };
    // DeepSeek-V3's size and tokens: 230B on 0.9T tokens lost less than 0.25 % of 1.9 nats, 0.0047.
    const run = { parameters: 671e9, activeParameters: 37e9, tokens: 14.8e12 };
    const [blocks] = ask("fp8_e4m3:block128", "h800", run, outside);
    expect(blocks?.decision?.verdict).toBe("saves time");
    const [nvfp4] = ask("nvfp4", "b200", { ...run, activeParameters: undefined }, outside);
    expect(nvfp4?.decision?.verdict).not.toBe("saves time");
  });

  it("does not lend dense models' speed in 4 bits to a mixture of experts", () => {
    const [nvfp4] = ask("nvfp4", "b200", { activeParameters: 1e9 });
    expect(nvfp4?.speed).toBeUndefined();
  });
});
