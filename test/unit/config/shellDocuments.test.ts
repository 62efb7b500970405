import { describe, expect, it } from "vitest";
import type { ConfigDocument } from "../../../server/config/document/ConfigDocument.ts";
import { mayBeConfig } from "../../../server/config/readConfig.ts";
import { fieldText, whyUnknown } from "../../../server/config/shell/Field.ts";
import { covered, documentsOf } from "./parsed.ts";
import { configOf, missingOf, valuesOf } from "./runOf.ts";

const RUN = "python train.py";

/** The arguments of the only command of a script; what is not known as `?`. */
function argumentsOf(text: string): readonly string[] {
  const documents = documentsOf(text, "shell");
  expect(documents).toHaveLength(1);
  return words(documents[0]);
}

function words(document: ConfigDocument | undefined): readonly string[] {
  return (document?.command?.args ?? []).map((field) =>
    whyUnknown(field) === undefined ? fieldText(field) : "?",
  );
}

/** What a launcher says about the number of processes. */
function launcherOf(text: string): Readonly<Record<string, string>> {
  const { entries = [] } = documentsOf(text, "shell")[0]?.command?.launcher ?? {};
  return Object.fromEntries(
    entries.map(({ key, value }) => [
      key,
      value.kind === "scalar" && value.unknown === undefined ? value.text : "?",
    ]),
  );
}

describe("the arguments of a command", () => {
  it.each<[string, string, readonly string[]]>([
    ["quotes", `${RUN} a"b c"'d $e' \\$f`, ["ab cd $e", "$f"]],
    ["a line that goes on", `${RUN} --a 1 \\\n  --b 2`, ["--a", "1", "--b", "2"]],
    ["a blank behind the backslash, which ends the command", `${RUN} --a 1 \\ \n  --b 2`, ["--a", "1", " "]],
    [
      "lines of Windows",
      `A=(\r\n  --a 1 # one\r\n  --b\r\n)\r\nif [ 1 -gt 0 ]; then\r\n  C=3\r\nfi\r\ncat <<EOF\r\n$Q\r\nEOF\r\n${RUN} "\${A[@]}" $C --d\r\n`,
      ["--a", "1", "--b", "3", "--d"],
    ],
    ["a line that goes on, of Windows", `${RUN} --a 1 \\\r\n  --b 2`, ["--a", "1", "--b", "2"]],
    ["a variable", `N=4\n${RUN} $N "\${N}x"`, ["4", "4x"]],
    ["the last assignment before the use", `N=4\nN=5\n${RUN} $N\nN=6`, ["5"]],
    ["a variable that nobody sets", `${RUN} --n $N`, ["--n", "?"]],
    [
      "defaults",
      `B=2\n${RUN} \${A:-1} \${B:-1} \${C-x} \${D:=7} $D \${B:+y}`,
      ["1", "2", "x", "7", "7", "y"],
    ],
    ["arguments of the script", `${RUN} \${1:-9} $2 "$@"`, ["9", "?", "?"]],
    ["cut names", `F=runs/a.json\n${RUN} \${F%.json} \${F##*/}`, ["runs/a", "a.json"]],
    ["arithmetic", `A=7\nB=$((A * 2 / 3 + (1 - 2)))\n${RUN} $B $((\${A} % 4)) $((A * Q))`, ["3", "3", "?"]],
    ["a command in a word", `${RUN} $(nproc) \`date\``, ["?", "?"]],
    ["lists", `A=(--a 1 # one\n  --b "x y")\nA+=(--c)\n${RUN} "\${A[@]}"`, ["--a", "1", "--b", "x y", "--c"]],
    ["two words in one element, without quotes", `A=("--f hybrid")\n${RUN} \${A[@]}`, ["--f", "hybrid"]],
    ["two words in one element, in quotes", `A=("--f hybrid")\n${RUN} "\${A[@]}"`, ["--f hybrid"]],
    ["options in a text", `O=" \\\n --a 1 \\\n"\nO="$O --b $N"\n${RUN} $O`, ["--a", "1", "--b", "?"]],
    ["a text that goes on", `O="--a"\nO+=" --b"\n${RUN} $O`, ["--a", "--b"]],
    ["exports", `export A=1 B="2 3"\nreadonly C=4\n${RUN} $A $B $C`, ["1", "2", "3", "4"]],
    [
      "a test of known text",
      `M=8B\nif [[ $M == 7B ]]; then L=1; elif [ "$M" = 8B ]; then L=2; else L=3; fi\n${RUN} $L`,
      ["2"],
    ],
    [
      "words that every object knows",
      `constructor=3\nif [ a toString b ]; then constructor=4; fi\n${RUN} $constructor $((constructor)) $__proto__`,
      ["?", "?", "?"],
    ],
    ["a case", `M=8B\ncase $M in 7B) L=1;; 8*) L=2;; *) L=3;; esac\n${RUN} $L`, ["2"]],
    [
      "a test of the environment, when both ways agree",
      `if [ -n "$Q" ]; then L=2; else L=2; fi\n${RUN} $L`,
      ["2"],
    ],
    ["a test of the environment, when they do not", `L=1\nif [ -n "$Q" ]; then L=2; fi\n${RUN} $L`, ["?"]],
    ["a way that ends the script", `L=1\nif [ $# -lt 1 ]; then L=2; exit 1; fi\n${RUN} $L`, ["1"]],
    ["commands one after the other", `L=1\n[ 3 -gt 2 ] && L=2\nfalse || L=3\n${RUN} $L`, ["3"]],
    [
      "an option of the script, which has its default here",
      `M=a\nwhile [ $# -gt 0 ]; do case $1 in -m) M=$2; shift;; *) exit 1;; esac; shift; done\n${RUN} $M`,
      ["a"],
    ],
    [
      "a flag that only one way adds",
      `O="--a 1"\nif [ -n "$Q" ]; then O="$O --b 2"; fi\n${RUN} $O`,
      ["--a", "1", "?"],
    ],
    ["a flag with a name from a variable", `D=bf16\n${RUN} --\${D}`, ["--bf16"]],
    ["a loop", `for L in 1 2; do ${RUN} $L; done`, ["?"]],
    ["a function", `go() {\n local N=$1\n ${RUN} --n $N "\${@}"\n}\ngo 5 --x`, ["--n", "5", "5", "--x"]],
    ["lines that follow", `read -r -d '' O <<EOF\n--a 1\n--b $N\nEOF\n${RUN} $O`, ["--a", "1", "--b", "?"]],
    ["a text that is run", `C="${RUN} --a 'x'"\neval $C`, ["--a", "'x'"]],
    ["arithmetic with a dollar at each name", `A=3\nB=5\n${RUN} --n $(($A*$B-\${A}))`, ["--n", "12"]],
    ["arithmetic on an argument of a function", `go() { ${RUN} --n $(($1*2)); }\ngo 7`, ["--n", "14"]],
    [
      "variables of a command in quotes",
      `C="${RUN} --a 1"\nsrun bash -c "R=\\$P L=2 numactl -l $C"`,
      ["--a", "1"],
    ],
    ["the second command in quotes", `D=here\nsrun bash -c "cd $D && ${RUN} --a 1; echo $D"`, ["--a", "1"]],
    ["a module behind a long option", "deepspeed --num_gpus 2 --module torchtitan.train --a 1", ["--a", "1"]],
    ["a shell of its own", `N=3\nexport N\nsrun bash -c '${RUN} --n $N'`, ["--n", "3"]],
    ["a comment in backticks", `${RUN} --a 1 \`# one\` \\\n  --b 2`, ["--a", "1", "--b", "2"]],
    ["arguments that the script sets itself", `set -- --a "$@" --b 2\n${RUN} "$@"`, ["--a", "?", "--b", "2"]],
    ["a local variable, outside of its function", `L=1\ngo() { local L=2; }\ngo\n${RUN} $L`, ["1"]],
    ["a global variable that a function declares", `L=1\ngo() { declare -g L=2; }\ngo\n${RUN} $L`, ["2"]],
    ["counting", `L=1\n((L++))\nM=1\n((M += 2))\nlet N=1 M+=1\n${RUN} $L $M $N`, ["?", "?", "?"]],
    ["a text that is run and sets a variable", `L=1\neval "L=2"\n${RUN} $L`, ["?"]],
    ["what is printed into a variable", `L=1\nprintf -v L 2\nprintf M\nM=3\n${RUN} $L $M`, ["?", "3"]],
    ["several words that are read", `A=1\nB=2\nread -r A B\n${RUN} $A $B`, ["?", "?"]],
    ["what each round of a loop reads", `A=1\nwhile read -r A; do ${RUN} $A; done < list`, ["?"]],
    ["an element that is set by itself", `A=(--a 1)\nA[1]=2\n${RUN} "\${A[@]}"`, ["?"]],
  ])("%s", (_, text, expected) => {
    expect(argumentsOf(text)).toEqual(expected);
  });

  it("stand where they are written", () => {
    const [document] = documentsOf(`A=(--x 1)\n${RUN} "\${A[@]}" --y=2\n`, "shell");
    const places = (document?.command?.args ?? []).map((field) => field[0]?.at ?? -1);
    expect(places.map((at) => document?.text.slice(at, at + 3))).toEqual(["--x", "1)\n", "--y"]);
  });
});

describe("the number of processes", () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ["torchrun --nnodes=2 --nproc_per_node 8 train.py", { nproc_per_node: "8", nnodes: "2" }],
    ["torchrun --nproc-per-node gpu train.py", { nproc_per_node: "gpu" }],
    ["torchrun train.py", { nproc_per_node: "1" }],
    ["torchrun $ARGS train.py", {}],
    ["python -m torch.distributed.launch --nproc_per_node=4 train.py", { nproc_per_node: "4" }],
    ["deepspeed --num_nodes 2 --num_gpus 8 train.py", { num_gpus: "8", num_nodes: "2" }],
    ["deepspeed --include a:0,1@b:0,1 train.py", { num_gpus: "4" }],
    ["deepspeed train.py", {}],
    ["deepspeed --hostfile hosts --num_gpus 8 train.py", {}],
    ["deepspeed -H hosts --num_nodes 3 --num_gpus 8 train.py", { num_gpus: "8", num_nodes: "3" }],
    ["accelerate launch --num_processes 16 --num_machines 2 train.py", { num_processes: "16" }],
    ["mpirun -np 12 python train.py", { np: "12" }],
    ["NPROC_PER_NODE=4 swift sft --model x", { nproc_per_node: "4" }],
    ["#SBATCH --nodes=4 --ntasks-per-node=8\nsrun python train.py", { ntasks: "32" }],
    [
      "#SBATCH -N 2\n##SBATCH -N 9\nsrun --ntasks-per-node=8 python train.py",
      { ntasks_per_node: "8", nodes: "2" },
    ],
    ["#SBATCH <OPTIONS> --nodes=2 --exclusive --ntasks-per-node=3\nsrun -l python train.py", { ntasks: "6" }],
    ["echo x\n#SBATCH --ntasks=9\nsrun python train.py", {}],
    [
      "#SBATCH --gres=gpu:h100:8\ntorchrun --nproc_per_node $SLURM_GPUS_ON_NODE train.py",
      { nproc_per_node: "8" },
    ],
    ["python train.py", {}],
  ])("of %s", (text, expected) => {
    expect(launcherOf(text)).toEqual(expected);
  });
});

describe("a script", () => {
  it("has a document for each command that starts a program", () => {
    const documents = documentsOf(
      "python -m pip install x\necho python train.py\ncp train.py /tmp\npython a/prepare.py --n 1\ntorchrun train.py\n",
      "shell",
    );
    expect(documents.map(({ command }) => command?.program)).toEqual(["-m pip", "prepare.py", "train.py"]);
  });

  it("has comments only outside of its texts", () => {
    const text = `# bitlaw: world_size=8\nA="# bitlaw: tokens=1T"\ncat <<EOF\n# bitlaw: tokens=2T\nEOF\n${RUN} \${#A} # bitlaw-disable-line\n`;
    const [document] = documentsOf(text, "shell");
    if (document === undefined) throw new Error("no command");
    expect(document.declarations.map((span) => covered(document, span))).toEqual(["# bitlaw: world_size=8"]);
    expect(document.directives.map((span) => covered(document, span))).toEqual(["# bitlaw-disable-line"]);
  });

  it.each([
    ["case", `case $A in ${"*a".repeat(60)}b) B=1;; *) B=2;; esac`],
    ["cut", `B=\${A##${"*a".repeat(60)}b}`],
  ])("with many stars in a pattern is read in no time: %s", (_, line) => {
    const started = performance.now();
    argumentsOf(`A=${"a".repeat(400)}\n${line}\n${RUN} $B`);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("that doubles a text line by line is given up in no time", () => {
    const text = `X=ab\n${'X="$X$X"\n'.repeat(60)}A=(a b)\n${'A=("${A[@]}" "${A[@]}")\n'.repeat(60)}${RUN} "\${A[@]}" $X`;
    expect(new Set(argumentsOf(text))).toEqual(new Set(["?"]));
  });

  it("without the word of a trainer is not parsed", () => {
    expect(mayBeConfig("#!/bin/sh\nset -e\n./configure --prefix=/usr\nmake -j8 install\n", "shell")).toBe(
      false,
    );
  });
});

describe("environment variables that a dialect has keys for", () => {
  const launch = (before: string, prefix = "") =>
    configOf(
      `${before}${prefix}torchrun --nproc_per_node 8 pretrain_gpt.py --num-layers 12 --hidden-size 1024 --num-attention-heads 16 ` +
        "--micro-batch-size 2 --global-batch-size 64 --seq-length 2048 --train-iters 500 --bf16 --fp4-format e2m1\n",
      "shell",
    );

  it("are read where the script sets them, before the command or in front of it", () => {
    const off = { hadamard: false, stochasticRounding: true };
    expect(valuesOf(launch("export NVTE_NVFP4_DISABLE_RHT=1\n"))).toMatchObject(off);
    expect(valuesOf(launch("", "NVTE_NVFP4_DISABLE_RHT=1 "))).toMatchObject(off);
    expect(valuesOf(launch("RHT=1\nexport NVTE_NVFP4_DISABLE_RHT=$RHT\n"))).toMatchObject(off);
  });

  it("are left at their defaults where it does not", () => {
    const on = { hadamard: true, stochasticRounding: true };
    expect(valuesOf(launch(""))).toMatchObject(on);
    expect(valuesOf(launch("export NVTE_NVFP4_DISABLE_RHT=0\nexport NVTE_OTHER=1\n"))).toMatchObject(on);
  });
});

describe("a flag that wants a value", () => {
  const command = "llamafactory-cli train --stage sft --finetuning_type lora --template qwen";

  it("is open where an empty variable leaves it without one", () => {
    const config = configOf(
      `M=""\n${command} --model_name_or_path $M --learning_rate $M --do_train\n`,
      "shell",
    );
    expect(missingOf(config).parameters).toContain("no value stands behind it");
    expect(valuesOf(config)).not.toHaveProperty("learningRate");
  });
});

describe("a word that no flag takes", () => {
  it("is the config file only where its name is that of one", () => {
    const { run } = configOf(
      "llamafactory-cli train stray --stage sft --model_name_or_path Qwen/Qwen2.5-7B --bf16\n",
      "shell",
    );
    expect(run.facts.weights?.value.name).toBe("bf16");
  });
});

describe("the command of a trainer", () => {
  it.each([
    ["finetune_full", "weights"],
    ["finetune_lora", "adapters"],
    ["finetune_adapter_v2", "adapters"],
  ])("litgpt %s says what is trained: %s", (command, trained) => {
    const config = configOf(
      `litgpt ${command} meta-llama/Llama-3.2-1B --quantize bnb.nf4 --precision bf16-true\n`,
      "shell",
    );
    expect(config.properties.known.get("trainable")?.value).toBe(trained);
  });
});
