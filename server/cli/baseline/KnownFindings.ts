import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { CheckedFile, CheckedFinding } from "../../lint/report/CheckedFile.ts";
import type { BaselineFile, KnownFinding } from "./readBaseline.ts";

/** The findings of a baseline, to compare with those of a check. */
export class KnownFindings {
  readonly #folder: string;
  readonly #known: ReadonlyMap<string, KnownFinding>;

  /** `path` is that of the baseline, which names files relative to its folder. */
  constructor(path: string, { findings }: BaselineFile) {
    this.#folder = dirname(resolve(path));
    this.#known = new Map(findings.map((finding) => [keyOf(finding), finding]));
  }

  /** Those findings of a file that the baseline does not hold. Of several that look the same, the first are known. */
  newIn({ path, findings }: CheckedFile): ReadonlySet<CheckedFinding> {
    const seen = new Map<string, number>();
    const fresh = findings.filter((finding) => {
      const key = keyOf(this.#entry(path, finding));
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return before >= (this.#known.get(key)?.count ?? 0);
    });
    return new Set(fresh);
  }

  /** How many findings of the baseline are not there any more, in the files that were checked and those that are gone. */
  fixed(files: readonly CheckedFile[]): number {
    const now = new Map(this.#entriesOf(files).map((entry) => [keyOf(entry), entry.count]));
    const checked = new Set(files.map(({ path }) => this.#named(path)));
    let fixed = 0;
    for (const [key, { path, count }] of this.#known)
      if (checked.has(path) || this.#isGone(path)) fixed += Math.max(0, count - (now.get(key) ?? 0));
    return fixed;
  }

  /** The baseline of today: what the files have now, and what it held of files that are there and were not checked. */
  updated(files: readonly CheckedFile[]): BaselineFile {
    const checked = new Set(files.map(({ path }) => this.#named(path)));
    const kept = [...this.#known.values()].filter(({ path }) => !checked.has(path) && !this.#isGone(path));
    const findings = [...kept, ...this.#entriesOf(files)].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return { version: 1, findings };
  }

  #entriesOf(files: readonly CheckedFile[]): readonly KnownFinding[] {
    const entries = new Map<string, KnownFinding>();
    for (const { path, findings } of files)
      for (const finding of findings) {
        const entry = this.#entry(path, finding);
        const count = (entries.get(keyOf(entry))?.count ?? 0) + 1;
        entries.set(keyOf(entry), { ...entry, count });
      }
    return [...entries.values()];
  }

  #entry(path: string, { rule, source }: CheckedFinding): KnownFinding {
    return { path: this.#named(path), rule, source: sourceKey(source), count: 1 };
  }

  #named(path: string): string {
    return relative(this.#folder, resolve(path)).split(sep).join("/");
  }

  #isGone(path: string): boolean {
    return !existsSync(join(this.#folder, path));
  }
}

function keyOf({ path, rule, source }: KnownFinding): string {
  return `${path}\u0000${rule}\u0000${source}`;
}

/** Longer sources, such as whole maps, are cut. */
const LONGEST = 80;

/** The text of a finding as a baseline holds it: the same after lines moved or were indented otherwise. */
function sourceKey(source: string): string {
  const text = source.trim().replace(/\s+/g, " ");
  if (text.length <= LONGEST) return text;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return `${text.slice(0, LONGEST)}… ${hash}`;
}
