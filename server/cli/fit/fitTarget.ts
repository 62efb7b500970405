import { basename } from "node:path";
import { lawNamed } from "../../science/lawFiles/publishedLaws.ts";
import type { QuantizationMethod } from "../../science/laws/Law.ts";
import { placeFor } from "../disk/writeWhole.ts";

/** The name of the law that a fit gives, asked with its place before the fit; or what is wrong with one of the two. */
export function fitTarget(
  { name: given, out, force }: FitCommand,
  form: string,
): { readonly name: string } | { readonly problem: string } {
  const name = given ?? (out && basename(out, ".json")) ?? `own-${form}`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    return {
      problem: `--name ${name}: a law's name has small letters, digits and hyphens only, such as own-${form}.`,
    };
  if (lawNamed(name) !== undefined)
    return {
      problem: `--name ${name}: this is a law that comes with Bitlaw, and a law of a project may not have its name; choose another, such as own-${form}.`,
    };
  const place = out === undefined ? undefined : placeFor(out, force ?? false);
  return place !== undefined && !place.ok ? { problem: place.problem } : { name };
}

/** The options of `bitlaw fit`. */
export interface FitCommand {
  readonly law: string;
  readonly out?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly delta: number;
  readonly bootstrap: number;
  readonly seed: number;
  readonly threads: number;
  /** Only rows of this class of methods. */
  readonly method?: QuantizationMethod;
  readonly format: "text" | "json";
}

/** What the entry gives a fit: the worker's script, and a signal that Ctrl-C aborts. */
export interface FitSurroundings {
  readonly worker: URL;
  readonly signal: AbortSignal;
}

/** The exit code of a fit that was cancelled, as shells have it for Ctrl-C. */
export const CANCELLED = 130;
