/** Where the rule pages are: a URI the client gave, or nowhere. */
export interface Documentation {
  rulePage(rule: string): string | undefined;
}

/** Reads the client's `initializationOptions.documentation`, a URI of the folder that holds `rules/`. */
export function documentationAt(options: unknown): Documentation {
  const base =
    typeof options === "object" && options !== null && "documentation" in options
      ? options.documentation
      : undefined;
  if (typeof base !== "string" || base === "") return { rulePage: () => undefined };
  return { rulePage: (rule) => `${base.replace(/\/$/, "")}/rules/${rule}.md` };
}
