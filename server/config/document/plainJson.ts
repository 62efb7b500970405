/**
 * Replaces what JSON loaders accept and YAML does not — `//` and C-style comments, tabs between tokens — by spaces
 * of the same length, so that every offset stays true. Strings are left alone.
 */
export function plainJson(text: string): string {
  return text.replace(TOKENS, (token) => (token.startsWith('"') ? token : token.replace(/[^\r\n]/g, " ")));
}

/**
 * A string, a line comment, a block comment, or tabs. Unclosed ones count to the end of the line or text: a second
 * attempt at the next quote would make the time quadratic.
 */
const TOKENS = /"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?|\/\/[^\r\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?|\t+/g;
