import { expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";

const HEAD = "torchrun pretrain_gpt.py --num-layers 2 --hidden-size 64 --micro-batch-size 1 --train-iters 9";
const lost = (text: string) =>
  analyse(text, "shell")
    .findings.filter(({ rule }) => rule === "lost-arguments")
    .map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`);

it("names the first flag that a comment cuts off", () => {
  expect(lost(`${HEAD} \\\n  # old \\\n  # older\n  --bf16 \\\n  --lr 1e-4\n`)).toEqual([
    "--bf16: `--bf16` and what follows never reach `pretrain_gpt.py`: the comment above ends the command. Move it above the command.",
  ]);
});

it("names the first flag behind a backslash with a blank", () => {
  expect(lost(`${HEAD} \\ \n  --bf16\n`)).toEqual([
    "--bf16: `--bf16` and what follows never reach `pretrain_gpt.py`: a blank behind a backslash ends the command. Remove the blank.",
  ]);
});

it.each([
  ["a comment in a list", `A=( --bf16 # wide\n --lr 1e-4 )\n${HEAD} "\${A[@]}"\n`],
  ["a comment behind the command", `${HEAD} \\\n  --bf16 # wide\n`],
  ["another command below", `${HEAD} --bf16\nls\n--x\n`],
])("says nothing about %s", (_, text) => {
  expect(lost(text)).toEqual([]);
});
