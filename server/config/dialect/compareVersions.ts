/** Numbers between dots at the start of a version: `0.17.1.dev0` is 0.17.1. */
const RELEASE = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})(?:$|[.+-]?[a-z]|[+-]\d)/i;

/** Whether a text can be compared as a version of a package. */
export function isVersion(text: string): boolean {
  return RELEASE.test(text);
}

/**
 * Below zero where the first release is the earlier one, zero where both are the same, `2.7` and `2.7.0` too. A
 * development version counts as the release that it leads to. Undefined for text that is no version.
 */
export function compareVersions(first: string, second: string): number | undefined {
  const [a, b] = [partsOf(first), partsOf(second)];
  if (a === undefined || b === undefined) return undefined;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function partsOf(version: string): readonly number[] | undefined {
  return RELEASE.exec(version)?.[1]?.split(".").map(Number);
}
