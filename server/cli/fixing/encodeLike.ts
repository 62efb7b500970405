/** The bytes of a text in the encoding of a file, with its byte order mark: the other way round of `decodeText`. */
export function encodeLike(text: string, original: Uint8Array): Uint8Array {
  const [first, second, third] = original;
  if (first === 0xff && second === 0xfe) return Buffer.from(`\uFEFF${text}`, "utf16le");
  if (first === 0xfe && second === 0xff) return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return Buffer.from(marked ? `\uFEFF${text}` : text, "utf8");
}
