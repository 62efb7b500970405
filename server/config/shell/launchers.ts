import { type Field, fieldText, whyUnknown } from "./Field.ts";

/** Commands of trainers, each with a word behind it that says what to do. */
export const TRAINERS = /^(?:axolotl|llamafactory-cli|swift|megatron|litgpt|tune|trl)$/;
const LAUNCHERS =
  /^(?:python[\d.]*|torchrun|accelerate|deepspeed|srun|mpirun|mpiexec|nohup|env|time|exec|numactl|sudo|singularity|apptainer|docker|podman|enroot|ray|uv|poetry|conda|pixi|bash|sh|timeout|nice|stdbuf|nsys|ncu)$/;
/** Whether a command with this first word may start a program of Python or a trainer. */
export function isLauncher(field: Field): boolean {
  if (whyUnknown(field) !== undefined) return true;
  const name = baseName(fieldText(field));
  return LAUNCHERS.test(name) || TRAINERS.test(name) || name.endsWith(".py");
}

/** The last part of a path. */
export function baseName(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}
