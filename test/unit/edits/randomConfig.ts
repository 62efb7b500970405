/** Numbers from 0 to 1 that a seed determines (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export class Chance {
  constructor(readonly random: () => number) {}

  is(share: number): boolean {
    return this.random() < share;
  }

  of<T>(options: readonly [T, ...T[]]): T {
    return options[Math.floor(this.random() * options.length)] ?? options[0];
  }
}

/** A random YAML config in the shape of nanotron's: nested maps, in block or flow style, with all sorts of trimmings. */
export function randomYaml(chance: Chance): string {
  const step = chance.of([2, 4]);
  const shared = chance.is(0.3);
  const lines = [
    ...comment(chance, ""),
    ...(shared
      ? ["shared: &shared", `${" ".repeat(step)}dtype: float16`, `${" ".repeat(step)}extra: 1`]
      : []),
    ...section(chance, "tokens", step, [
      ["train_steps", number(chance)],
      ["micro_batch_size", "2"],
      ["sequence_length", "4_096"],
    ]),
    ...section(chance, "model", step, [
      ...(shared && chance.is(0.6) ? ([["<<", "*shared"]] as const) : []),
      ...sometimes(chance, "dtype", word(chance, ["bfloat16", "float16", "float32"])),
      ["make_vocab_size_divisible_by", "1"],
    ]),
    ...sometimes(chance, "name", word(chance, ["a run", "x"])).map(([key, value]) => `${key}: ${value}`),
    ...(chance.is(0.7)
      ? section(chance, "optimizer", step, [
          ["zero_stage", "0"],
          ...sometimes(chance, "accumulate_grad_in_fp32", chance.of(["true", "False", ""])),
        ])
      : []),
    ...(chance.is(0.5) ? section(chance, "general", step, [["seed", number(chance)]]) : []),
    ...(chance.is(0.3) ? ["text: |", `${" ".repeat(step)}# no comment`, `${" ".repeat(step)}a: 1`] : []),
    ...(chance.is(0.3) ? ["stages:", "  - name: one", "    dtype: float16"] : []),
  ];
  const lineBreak = chance.of(["\n", "\r\n"]);
  return (chance.is(0.1) ? "\uFEFF" : "") + lines.join(lineBreak) + (chance.is(0.8) ? lineBreak : "");
}

/** A random JSON config in the shape of DeepSpeed's, with the comments and trailing commas that relaxed loaders accept. */
export function randomJson(chance: Chance): string {
  const parts: [string, string][] = [
    ["zero_optimization", chance.of(["{}", '{"stage": 2}', '{ "stage": 1, }'])],
  ];
  if (chance.is(0.6))
    parts.push(["bf16", chance.of(['{"enabled": true}', '{"enabled": "auto"}', "{}", '{ "x": 1 }'])]);
  if (chance.is(0.6))
    parts.push(["fp16", chance.of(['{"enabled": false}', '{\n    "loss_scale": 0\n  }', "{}"])]);
  if (chance.is(0.5)) parts.push(["gradient_clipping", "1.0"]);
  if (chance.is(0.3)) parts.push(["data_types", '{"grad_accum_dtype": "fp32"}']);
  const ordered = chance.is(0.5) ? parts : parts.reverse();
  if (chance.is(0.3)) return `{${ordered.map(([key, value]) => `"${key}": ${value}`).join(", ")}}`;
  const lineBreak = chance.of(["\n", "\r\n"]);
  const lines = ordered.map(([key, value], i) => {
    const comma = i < ordered.length - 1 || chance.is(0.3) ? "," : "";
    return `  "${key}": ${value.replaceAll("\n", lineBreak)}${comma}${chance.is(0.3) ? " // why" : ""}`;
  });
  return `{${lineBreak}${lines.join(lineBreak)}${lineBreak}}${chance.is(0.7) ? lineBreak : ""}`;
}

/** A random hjson config in the shape of DeepSpeed's: text without quotes, commas and braces left out. */
export function randomHjson(chance: Chance): string {
  const lineBreak = chance.of(["\n", "\r\n"]);
  const key = (name: string) => chance.of([name, name, `"${name}"`, `'${name}'`]);
  const map = (indent: string, entries: readonly (readonly [string, string])[]): string => {
    if (chance.is(0.2) && entries.every(([, value]) => /^(?:".*"|\d+|true|false)$/.test(value)))
      return `{ ${entries.map(([name, value]) => `${key(name)}: ${value}`).join(chance.is(0.7) ? ", " : " , ")} }`;
    const lines = entries.map(([name, value]) => {
      const isText = !/^(?:["'{].*|\d+|true|false)$/s.test(value);
      const behind = isText ? "" : chance.of([",", "", "", " # why", ", // why"]);
      return `${indent}  ${key(name)}: ${value}${behind}`;
    });
    return ["{", ...lines, `${indent}}`].join(lineBreak);
  };
  const entries: [string, string][] = [["zero_optimization", map("  ", [["stage", chance.of(["2", "3"])]])]];
  if (chance.is(0.6))
    entries.push([
      "bf16",
      map("  ", [
        ["enabled", chance.of(["true", "auto", '"auto"'])],
        ["x", chance.of(["1", "one two, three"])],
      ]),
    ]);
  if (chance.is(0.6))
    entries.push(["fp16", map("  ", [["enabled", chance.of(["false", "auto", "no, really"])]])]);
  if (chance.is(0.4))
    entries.push(["data_types", map("  ", [["grad_accum_dtype", chance.of(["fp32", '"fp32"'])]])]);
  if (chance.is(0.4)) entries.push(["note", chance.of(["any text, {", '"text"', "'''many words'''"])]);
  const ordered = chance.is(0.5) ? entries : entries.reverse();
  const whole = map("", ordered);
  if (!whole.includes(lineBreak) || chance.is(0.6)) return whole + lineBreak;
  return whole.slice(1, -1).trim() + lineBreak;
}

type Entry = readonly [string, string];

function section(chance: Chance, name: string, step: number, entries: readonly Entry[]): readonly string[] {
  if (chance.is(0.25)) return [`${name}: {${entries.map(([key, value]) => `${key}: ${value}`).join(", ")}}`];
  const indent = " ".repeat(step);
  return [
    `${name}:${chance.is(0.1) ? "  # section" : ""}`,
    ...entries.flatMap(([key, value]) => [
      ...comment(chance, indent),
      `${indent}${key}:${value === "" ? "" : ` ${value}`}${chance.is(0.2) ? "  # why" : ""}`,
    ]),
    ...(chance.is(0.2) ? [""] : []),
  ];
}

function sometimes(chance: Chance, key: string, value: string): readonly Entry[] {
  return chance.is(0.6) ? [[key, value]] : [];
}

function comment(chance: Chance, indent: string): readonly string[] {
  return chance.is(0.15) ? [`${indent}# a note: 1`] : [];
}

function word(chance: Chance, words: readonly [string, ...string[]]): string {
  const text = chance.of(words);
  return chance.of([text, `"${text}"`, `'${text}'`]);
}

function number(chance: Chance): string {
  return chance.of(["1", "20_000", "300"]);
}
