/** A pattern of the shell as a regular expression for a whole text; brackets stand for themselves. */
export function globPattern(pattern: string): RegExp {
  const source = Array.from(pattern.replace(/\*+/g, "*"), (character) =>
    character === "*" ? "[^]*" : character === "?" ? "[^]" : character.replace(/[\\^$.+()[\]{}|]/g, "\\$&"),
  );
  return new RegExp(`^${source.join("")}$`);
}
