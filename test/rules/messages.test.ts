import { describe, expect, it } from "vitest";
import { verifiedFixes } from "../../server/lint/actions/verifiedFixes.ts";
import { analyse } from "../../server/lint/analyse.ts";

/** Messages whose numbers are worked out by hand from the papers' constants, in the comments beside them. */

function finding(text: string, rule: string) {
  const analysis = analyse(text, "yaml");
  const [found, ...others] = analysis.findings.filter((one) => one.rule === rule);
  if (found === undefined || others.length > 0) throw new Error(`Expected one finding of ${rule}`);
  return { ...found, fixes: verifiedFixes(analysis, found) };
}

/** A nanotron run of a given D, in declared formats. nanotron has no key for them, so the comment carries them. */
function nanotron(declarations: string, steps: number): string {
  return `# bitlaw: ${declarations}
model:
  model_config: {}
parallelism:
  dp: 32
tokens:
  micro_batch_size: 64
  sequence_length: 4096
  train_steps: ${steps}
`;
}

/** An LLM Foundry run of 12·L·h² parameters and norms, with a declared quantization. */
function foundry(quantization: string, batches: number): string {
  return `# bitlaw: quantization=${quantization}
max_seq_len: 2048
model:
  name: mpt_causal_lm
  d_model: 2048
  n_heads: 16
  n_layers: 24
  no_bias: true
  attn_config:
    alibi: true
max_duration: ${batches}ba
global_train_batch_size: 1024
precision: amp_bf16
`;
}

/**
 * The constants of bitlaw-train, to the digits that the arithmetic below uses, with the errors of `gaussianError`:
 *
 *     ΔL = r·{ 0.739733·c·[m_w + 1.64542·m_a]^0.732685·(N/1e8)^−0.118255·(D/N/100)^0.114916 + 0.561038·s·m_g }
 *
 * NVFP4 m = 0.00904, FP4 per channel 0.01268; c = 1.18962, s = 1.55503 in 4 bits with stochastic rounding.
 */
describe("overtrained-for-format, bitlaw-train", () => {
  const run = nanotron("weights=nvfp4 activations=nvfp4 non_embedding_parameters=154140672", 500_000);

  it("says how many tokens NVFP4 is good for, and what BF16 would reach in the time of this run", () => {
    // D = 500,000 × 64 × 32 × 4,096 = 4.194304e12, D/N = 27,211: (272.11)^0.114916 = 1.904; (1.5414)^−0.118255 = 0.950.
    // [0.00904 × 2.64542]^0.732685 = 0.0239^0.732685 = 0.0648; × 0.739733 × 1.18962 × 0.950 × 1.904 = 0.1031.
    // Backward 0.561038 × 1.55503 × 0.00904 = 0.0079. Together 0.111. The recipe is open: σ = √(0.377² + 0.38² + 0.2²) = 0.571,
    // a factor of e^(1.28155 × 0.571) = 2.08: 0.053 to 0.23. NVFP4 is 1.56× as fast as BF16 on Blackwell:
    // T at D/1.56 is above T at D by 0.006 (B 410.72, β 0.2849: 0.0985 against 0.0918 …), so that BF16 ends 0.10 lower.
    const { message } = finding(run, "overtrained-for-format");
    expect(message).toMatch(
      /^Past \d+B tokens \(break-even size\) BF16 ends lower in the same time; here by 0\.10 nats\. NVFP4 costs \+0\.11 nats \(80 %: 0\.053–0\.23\)\. /,
    );
    expect(message).toMatch(/Train in a wider format, or end the run in 16 bits, .*`bitlaw-train`, /);
    expect(message).not.toMatch(/\b[Ss]top/);
  });

  it("warns where the whole interval is above 0.02 nats", () => {
    expect(finding(run, "overtrained-for-format").severity).toBe("warning");
  });

  it("informs where only its middle is: NVIDIA's recipe at 12B and 10T tokens", () => {
    // NVFP4 with 16 % of the layers wide: the published gap is about 1.5 % of 1.7 nats, 0.0255.
    // (120)^−0.118255 = 0.568; D/N = 833: 8.33^0.114916 = 1.276; 0.0648 × 0.88 × 0.568 × 1.276 + 0.0079 = 0.0492;
    // × e^(−3.5805 × 0.16) = 0.564: 0.0277. σ = 0.377 + 0.08·ln 12 = 0.576, a factor of 2.09: 0.013 to 0.058.
    const recipe =
      "weights=nvfp4 activations=nvfp4 output_gradients=nvfp4 backward_products=both hadamard=true stochastic_rounding=true wide_layers=0.16";
    const text = nanotron(`${recipe} non_embedding_parameters=12B`, 1_192_000);
    const found = finding(text, "overtrained-for-format");
    expect(found.severity).toBe("information");
    expect(found.message).toMatch(/NVFP4 costs \+0\.028 nats \(80 %: 0\.013–0\.058\)/);
  });

  it("is silent about a gap within the run noise that is declared, as the other rules on formats are", () => {
    const formats = "weights=nvfp4 activations=nvfp4 non_embedding_parameters=7B hardware=b200";
    const rules = analyse(nanotron(`${formats} run_noise=0.15`, 238_418), "yaml").findings.map(
      ({ rule }) => rule,
    );
    expect(rules).not.toContain("overtrained-for-format");
    expect(rules).not.toContain("suboptimal-precision");
  });

  it("does not promise what the verdict leaves open: just past the break-even size", () => {
    // D = 12,000 × 8,388,608 = 101B, the border of a 7B model is at about 83B tokens: both end at the same loss, within noise.
    const text = nanotron("weights=nvfp4 activations=nvfp4 non_embedding_parameters=7B", 12_000);
    expect(finding(text, "overtrained-for-format").message).toMatch(
      /^Past \d+B tokens \(break-even size\) BF16 likely ends lower in the same time; here by less than run noise\. /,
    );
  });

  it("is silent for FP8 at any number of tokens, and for a gap below the threshold", () => {
    for (const format of ["fp8_e4m3:tensor", "fp8_e4m3:block128", "mxfp8"]) {
      const text = nanotron(`weights=${format} activations=${format} non_embedding_parameters=7B`, 2_000_000);
      expect(analyse(text, "yaml").findings.map(({ rule }) => rule)).not.toContain("overtrained-for-format");
    }
  });
});

/**
 * The constants of bitlaw-ptq, to the digits that the arithmetic below uses:
 *
 *     ln ΔL = −3.35496 + method + width + scaling − 0.216952·ln(N/7e9) + 0.400043·ln(D/(1 + D/2e12)/1e12)
 *
 * GPTQ 0, round-to-nearest 0.688197; 3 bits 1.71278, 2 bits 3.43394; group 0.295881·ln(group/128).
 * More data raises the loss where ΔL·0.400043/(1 + D/2e12) > 0.3658·2085.43·D^−0.3658 = 762.85·D^−0.3658.
 */
describe("overtrained-for-quantization, bitlaw-ptq against besiroglu-2024", () => {
  // N = 24 × (4 + 8) × 2,048² + 49 × 2,048 = 1,208,059,904: −0.216952·ln(0.172580) = +0.38116.
  const rule = "overtrained-for-quantization";

  it("gives the power of ten of the critical tokens, the width that holds them all, and never says to train on less", () => {
    // D = 1,200,000 × 1,024 × 2,048 = 2.516582e12: 0.400043·ln(2.516582/2.258291) = 0.400043 × 0.108292 = 0.04332.
    // ln ΔL = −3.35496 + 1.71278 + 0.38116 + 0.04332 = −1.21770; ΔL = 0.2959. In 4 bits 0.2959·e^−1.71278 = 0.0534.
    // Slopes: 0.2959 × 0.400043 / 2.258291 = 0.05242 against 762.85 × (2.516582e12)^−0.3658 = 0.02219.
    // At D = 2.2445e11: ln ΔL = −1.26102 + 0.400043·ln(0.22445/1.11222) = −1.26102 − 0.64027 = −1.90128, ΔL = 0.14938;
    // 0.14938 × 0.400043 / 1.11222 = 0.05373 and 762.85 × (2.2445e11)^−0.3658 = 0.05373.
    // Tokens per byte 2.516582e12/(1,208,059,904 × 3/8) = 5,555; e^(−6.7297/ln 5,555) = e^(−6.7297/8.62251) = 0.458.
    const found = finding(foundry("int3:g128 method=gptq", 1_200_000), rule);
    expect(found.message).toMatch(
      /^This run trains on 2\.52T tokens, and INT3, group 128 weights at 1\.21B parameters tend to keep no more than hundreds of billions of them: quantization costs \+0\.30 nats, 80 %: /,
    );
    expect(found.message).toMatch(
      / against 16 bit\. That is an association across model families, .* and no reason to train on less\. Quantize to INT4, group 128 \(\+0\.053 nats, 80 %: [^)]+\), or take more bits, smaller groups or a better method, average the last checkpoints, distil the quantized weights, or train them for the last 46 % of the tokens \(arXiv 2509\.22935, beyond its fit\)\. `bitlaw-ptq`, inside its fit; 16-bit loss by `besiroglu-2024`\.$/,
    );
    expect(found.fixes.map(({ title }) => title)[0]).toMatch(/^Quantize to INT4, group 128/);
  });

  it("is information where it holds at the low end of the interval too", () => {
    // 2 bits: ln ΔL = −1.21770 − 1.71278 + 3.43394 = 0.50346, ΔL = 1.654. The slopes are equal at 0.02219 × 2.258291 / 0.400043 = 0.1253.
    // σ² is 0.42442 by the deviations and some 0.06 by the coefficients, the low end 1.654·e^(−1.28155 × 0.70) = 0.67 > 0.1253.
    expect(finding(foundry("int2:g128 method=gptq", 1_200_000), rule).severity).toBe("information");
  });

  it("is a hint where the low end leaves more data an advantage", () => {
    // 3 bits, as above: ΔL = 0.2959, the slopes are equal at 0.1253, and the low end is 0.2959·e^(−1.28155 × 0.69) = 0.122.
    expect(finding(foundry("int3:g128 method=gptq", 1_200_000), rule).severity).toBe("hint");
  });

  it("drops one severity where the tokens are below those of the fit", () => {
    // D = 24,800 × 2,097,152 = 5.20094e10, below the 180e9 of the fit: 180/52.0094 = 3.46. ln ΔL of 2 bits =
    // −3.35496 + 3.43394 + 0.38116 + 0.400043·ln(0.0520094/1.0260047) = 0.46014 − 1.19293 = −0.73279, ΔL = 0.4806.
    // Equal slopes at 762.85 × (5.20094e10)^−0.3658 × 1.0260047/0.400043 = 0.09173 × 2.56474 = 0.2353, and at 2.0e10 tokens.
    const found = finding(foundry("int2:g128 method=gptq", 24_800), rule);
    expect(found.message).toContain("no more than tens of billions of them");
    expect(found.message).toContain("`bitlaw-ptq`, extrapolated: tokens 3.5× below its fit;");
    expect(found.severity).toBe("hint");
  });

  it.each([
    // ΔL in 4 bits by GPTQ 0.0534: slope 0.00945 against 0.02219 at 2.52T; its ratio to the other is highest near 2.4T.
    ["4 bits in groups of 128 by GPTQ", "int4:g128 method=gptq", 1_200_000],
    // D = 5.2e10 in 3 bits: ln ΔL = −1.26102 − 1.19293 = −2.45395, ΔL = 0.0860; equal slopes at 0.2353.
    ["3 bits on 52B tokens", "int3:g128 method=gptq", 24_800],
  ])("is silent for %s", (_, quantization, batches) => {
    const rules = analyse(foundry(quantization, batches), "yaml").findings.map((one) => one.rule);
    expect(rules).not.toContain(rule);
  });

  it("takes a measurement of the model into account", () => {
    // Measured 0.03 where the law says 0.296: the very setting, so by 1 − residual²/σ² of the logarithm at least,
    // 1 − 0.03410/0.42442 = 0.920: ΔL ≤ 0.296·(0.03/0.296)^0.920 = 0.0361 < 0.1253, where the slopes are equal.
    const rules = analyse(
      foundry("int3:g128 method=gptq measured=gptq:int3:g128:+0.03", 1_200_000),
      "yaml",
    ).findings.map((one) => one.rule);
    expect(rules).toEqual(["sub-4-bit-quantization"]);
  });

  it("speaks about the tokens of the base model where a file quantizes one", () => {
    // Llama 3.2 1B: N = 16 × (2·2,048² + 2·2,048·512 + 3·2,048·8,192 + 2·2,048) + 2,048 = 973,146,112, −0.216952·ln(0.139021) =
    // +0.42807; D = 9e12: 0.400043·ln(9/5.5) = 0.19701. ln ΔL = −3.35496 + 1.71278 + 0.42807 + 0.19701 = −1.01709, ΔL = 0.3616.
    // Slopes 0.3616 × 0.400043 / 5.5 = 0.02630 and 762.85 × (9e12)^−0.3658 = 0.01392; low end 0.02630/2.4 = 0.011.
    const text =
      "model_name_or_path: meta-llama/Llama-3.2-1B\ntemplate: llama3\nexport_dir: out\nexport_quantization_bit: 3\nexport_quantization_dataset: c4\n";
    const found = finding(text, rule);
    expect(found.severity).toBe("hint");
    expect(found.message).toContain("The base model was trained on 9T tokens, ");
    expect(found.message).toContain("quantization costs +0.36 nats, ");
    expect(found.message).toContain("a better method, or train or distil the quantized weights. ");
  });
});

describe("sub-4-bit-quantization, bitlaw-ptq", () => {
  it("predicts the loss of 3 bits where N and D are known, without an interval where it extrapolates, and how far", () => {
    // D = 4,000 × 2,097,152 = 8.388608e9: 0.400043·ln(0.008388608/1.004194) = −1.91423; 180/8.3886 = 21.
    // ln ΔL = −3.35496 + 1.71278 + 0.38116 − 1.91423 = −3.17525, ΔL = 0.0418.
    expect(finding(foundry("int3:g128 method=gptq", 4_000), "sub-4-bit-quantization").message).toMatch(
      /^INT3, group 128 weights are below 4 bits, where post-training quantization costs most\. Predicted loss from quantization: \+0\.042 nats \(`bitlaw-ptq`, extrapolated: tokens 21× below its fit\)\. Quantize to 4 bits or more\.$/,
    );
  });

  it("takes the mean of four methods where the method is not declared", () => {
    // The mean of round-to-nearest 0.688197 + 0.346005, GPTQ 0, AWQ 0.0814172 + 0.275178 and learned rounding −0.37961 − 0.215886
    // is 0.198825: 0.0418·e^0.198825 = 0.0510.
    expect(finding(foundry("int3:g128", 4_000), "sub-4-bit-quantization").message).toContain("+0.051 nats");
  });

  it("names the risk of a collapse where there is one", () => {
    // 2.52T tokens, 2 bits: ln ΔL = 0.50346, as above. Φ((0.50346 + 0.55)/(1.5 × σ)), σ between 0.651 (the deviations
    // alone) and 0.72: Φ(1.079) = 0.86 to Φ(0.975) = 0.84.
    const { message } = finding(foundry("int2:g128 method=gptq", 1_200_000), "sub-4-bit-quantization");
    expect(message).toContain("+1.7 nats");
    expect(message).toMatch(/risk of a collapse \(above 1 nat\) 8[456] % /);
  });

  it.each([
    // e^1.71278 = 5.544; e^(3.43394 − 1.71278) = e^1.72116 = 5.591.
    ["int3:g128", "INT3, group 128", "From 4 to 3 bits the loss from quantization grows 5.5 times"],
    ["int2:g128", "INT2, group 128", "From 3 to 2 bits the loss from quantization grows 5.6 times"],
  ])("names the factor for a bit of %s where N or D is not known", (format, label, factor) => {
    const text = foundry(format, 4_000).replace("4000ba", "2ep");
    expect(finding(text, "sub-4-bit-quantization").message).toBe(
      `${label} weights are below 4 bits, where post-training quantization costs most. ${factor} (\`bitlaw-ptq\`, GPTQ). Quantize to 4 bits or more.`,
    );
  });
});

describe("suboptimal-float-layout, Sun et al. 2025", () => {
  it("gives the ratio of two layouts, which needs neither N nor D", () => {
    // (4.5^3.1926 × 3.5^2.9543) / (5.5^3.1926 × 2.5^2.9543) = 4,929 / 3,462 = 1.42.
    const text = nanotron("weights=fp8_e5m2 activations=fp8_e5m2", 1_000);
    expect(finding(text, "suboptimal-float-layout").message).toBe(
      "FP8 E5M2 splits its 8 bits into 5 for the exponent and 2 for the mantissa: the predicted loss from precision is 1.4× that of " +
        "E4M3. Train in E4M3. `sun-2025`, inside its fit.",
    );
  });

  it("is one finding for two tensors of the same format, and keeps the scaling in its fix", () => {
    const text = nanotron("weights=mxfp8_e5m2 activations=mxfp8_e5m2", 1_000);
    const { fixes } = finding(text, "suboptimal-float-layout");
    expect(fixes.map(({ title, edits }) => [title, ...edits.map(({ newText }) => newText)])).toEqual([
      ["Train in MXFP8", "mxfp8", "mxfp8"],
    ]);
  });
});

describe("suboptimal-precision, bitlaw-train", () => {
  it("offers no other format of the operands for what a cache of few bits loses", () => {
    const text = nanotron(
      "weights=bf16 activations=bf16 kv_cache=int3 non_embedding_parameters=1B hardware=h100",
      20_000,
    );
    expect(analyse(text, "yaml").findings.map(({ rule }) => rule)).not.toContain("suboptimal-precision");
  });
});

describe("coarse-scaling, bitlaw-train", () => {
  it("says what blocks of 16 lose less than one scale per channel", () => {
    // D/N = 1e5 × 8,388,608/154,140,672 = 5,442: (54.42)^0.114916 = 1.583; (1.5414)^−0.118255 = 0.950.
    // Per channel [0.01268 × 2.64542]^0.732685 = 0.0335^0.732685 = 0.0831, in NVFP4 0.0648; × 0.739733 × 1.18962 × 0.950 × 1.583 =
    // 1.3234: 0.1100 and 0.0858; backward 0.8724 × m: 0.0111 and 0.0079. 0.1211 − 0.0937 = 0.027.
    const text = nanotron(
      "weights=fp4_e2m1:channel activations=fp4_e2m1:channel non_embedding_parameters=154140672",
      100_000,
    );
    expect(finding(text, "coarse-scaling").message).toMatch(
      /^NVFP4 has a scale for fewer elements and loses 0\.027 nats less: ΔL \+0\.094 instead of \+0\.12 nats /,
    );
  });

  it("does not take integers of more bits for finer scaling", () => {
    const text = nanotron("weights=int3:g128 activations=bf16 non_embedding_parameters=1B", 20_000);
    expect(analyse(text, "yaml").findings.map(({ rule }) => rule)).not.toContain("coarse-scaling");
  });

  it("is silent for FP8: blocks change its error by less than run noise", () => {
    const formats = "weights=fp8_e4m3:tensor activations=fp8_e4m3:tensor";
    const text = nanotron(`${formats} non_embedding_parameters=154140672`, 1_000_000);
    expect(analyse(text, "yaml").findings.map(({ rule }) => rule)).not.toContain("coarse-scaling");
  });
});

describe("predicted-divergence, Kumar et al. 2024", () => {
  const TRAINED = "; 66 published runs with 1 to 8-bit integer W+A trained nonetheless";

  it.each([
    // f_a(3) = 1 − exp(−3/2.2102 + 1.4072) = −0.051; f_a(2) = −0.65; f_kv(2) = 1 − exp(−2/0.9578 + 2.4185) = −0.39.
    // Fitted on 3 to 12 bits: 2 bits are 3/2 = 1.5× below.
    // Panferov et al. 2025 (QuEST) trained in 1 to 4 bits for both.
    ["activations=int3", "Activations in INT3 leave", "the activations", 3, "warning", "", TRAINED],
    [
      "activations=int2",
      "Activations in INT2 leave",
      "the activations",
      2,
      "information",
      ", extrapolated: bits 1.5× below its fit",
      TRAINED,
    ],
    [
      "activations=bf16 kv_cache=int2",
      "The KV cache in INT2 leaves",
      "the KV cache",
      2,
      "warning",
      ", extrapolated: bits 1.5× below its fit",
      "",
    ],
  ])("says so for %s", (formats, subject, object, bits, severity, outside, trained) => {
    const found = finding(nanotron(`weights=int8 ${formats}`, 1_000), "predicted-divergence");
    expect(found.message).toBe(
      `${subject} no effective parameters: the law's factor for ${bits} bits is not positive, so this run is predicted to diverge. ` +
        `Train ${object} in 8 bits. \`kumar-2024\`${outside}; its own runs with 3-bit activations or KV cache were unstable and are left out of its fit${trained}.`,
    );
    expect(found.severity).toBe(severity);
  });

  it("names only the tensors whose factor is not positive", () => {
    const { findings } = analyse(nanotron("weights=int3 activations=int3", 1_000), "yaml");
    // f_w(3) = 1 − exp(−3/2.6745 + 0.3037) = 0.559: the weights still train.
    expect(findings.map(({ rule }) => rule)).toEqual([
      "sub-4-bit-training",
      "sub-4-bit-training",
      "predicted-divergence",
    ]);
  });
});

describe("a declaration that the file contradicts", () => {
  it("is not used, and a finding says so", () => {
    const text = `# bitlaw: stage=fine-tune\n${nanotron("tokens=5T", 1_000)}`;
    const [found] = analyse(text, "yaml").findings.filter(({ rule }) => rule === "unknown-declaration");
    // The file's own factors win, whatever the comment says.
    expect(found?.message).toContain(
      "`tokens` is not used, because the file says otherwise: train_steps 1,000 ×",
    );
  });
});
