import { distance } from "fastest-levenshtein";

/** The name that is most like a misspelt one; undefined where none is close. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const key = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const ranked = names
    .map((candidate) => ({ candidate, far: distance(key(candidate), key(name)) }))
    .sort((left, right) => left.far - right.far);
  const [best] = ranked;
  return best !== undefined && best.far <= Math.max(2, name.length / 3) ? best.candidate : undefined;
}
