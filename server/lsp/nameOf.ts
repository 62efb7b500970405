/** The last part of a URI's path; in full where it has none that can be read. */
export function nameOf(uri: string): string {
  const last =
    uri
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) || uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
