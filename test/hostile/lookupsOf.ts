/**
 * Runs something and returns the places in Bitlaw's own code that looked a word up in an object with a prototype, where
 * `constructor` and `toString` are found as well. Such tables belong into a Map.
 */
export function lookupsOf(word: string, work: () => unknown): readonly string[] {
  const places = new Set<string>();
  Object.defineProperty(Object.prototype, word, {
    configurable: true,
    get() {
      // Line 0 is the message, line 1 this getter.
      const [, , place = ""] = (new Error().stack ?? "").split("\n");
      const own = /[\\/](server[\\/][^)?]*)/.exec(place);
      if (own?.[1] !== undefined) places.add(own[1]);
      return undefined;
    },
  });
  try {
    work();
  } finally {
    Reflect.deleteProperty(Object.prototype, word);
  }
  return [...places];
}
