/**
 * Tells whether a whole text matches a pattern of the shell; brackets stand for themselves. Only the last star is tried
 * again, which is enough and takes no more than text × pattern steps.
 */
export function globPattern(pattern: string): { readonly test: (text: string) => boolean } {
  return { test: (text) => matches(text, pattern) };
}

function matches(text: string, pattern: string): boolean {
  let [at, i, star, retry] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[i] === "*") {
      star = i++;
      retry = at;
    } else if (i < pattern.length && (pattern[i] === "?" || pattern[i] === text[at])) {
      i++;
      at++;
    } else if (star >= 0) {
      i = star + 1;
      at = ++retry;
    } else return false;
  }
  while (pattern[i] === "*") i++;
  return i === pattern.length;
}
