import { describe, expect, it } from "vitest";
import { mayBeConfig, readConfig } from "../../server/config/readConfig.ts";
import { NEIGHBOURS } from "./neighbours.ts";

describe("models of images, sound and video are no language models", () => {
  it("in at least 300 configs with other names", () => {
    expect(new Set(NEIGHBOURS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(300);
  });

  it.each(NEIGHBOURS)("$name", ({ text, language }) => {
    expect(readConfig(text, language)).toEqual({ kind: "foreign" });
  });

  it("nor is a text that has no key of a trainer, without a parse", () => {
    const others = [
      "resolution: 512\nvae_path: a\nimage_column: b\n",
      '{"latent_channels": 4, "block_out_channels": [128, 256]}',
      "sample_rate: 16000\nn_mels: 80\nhop_length: 160\n",
      "img_size: 224\nmixup_alpha: 0.2\nema_decay: 0.999\n",
    ];
    for (const text of others) expect(mayBeConfig(text, text.startsWith("{") ? "json" : "yaml")).toBe(false);
  });
});

describe("language models keep their readings", () => {
  it.each([
    [
      "a chat model of two kinds of input",
      "model_name_or_path: Qwen/Qwen2-VL-2B-Instruct\nstage: sft\ndo_train: true\nfinetuning_type: lora\ntemplate: qwen2_vl\ncutoff_len: 64\nimage_max_pixels: 262144\nbf16: true\n",
    ],
    [
      "sizes of pictures that are off",
      "base_model: acme/thing-7B\nmicro_batch_size: 1\nsequence_len: 64\nimage_column: null\ncenter_crop: false\n",
    ],
    ["a name with other words in it", "base_model: acme/clipper-7B\nmicro_batch_size: 1\nsequence_len: 64\n"],
  ])("%s", (_, text) => {
    expect(readConfig(text, "yaml").kind).toBe("configs");
  });
});
