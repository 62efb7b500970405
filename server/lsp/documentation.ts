/** Where the rule pages are: a URI from the client, or unknown. */
export interface Documentation {
  rulePage(rule: string): string | undefined;
}

/** Links to nothing. */
export const NO_DOCUMENTATION: Documentation = { rulePage: () => undefined };

/**
 * Reads the client's `initializationOptions.documentation`, a URI of the folder that holds `rules/`. Without it, the
 * server's own pages are used.
 */
export function documentationAt(options: unknown, own: Documentation): Documentation {
  const base =
    typeof options === "object" && options !== null && "documentation" in options
      ? options.documentation
      : undefined;
  if (base === undefined) return own;
  if (typeof base !== "string" || base === "") return NO_DOCUMENTATION;
  return { rulePage: (rule) => `${base.replace(/\/$/, "")}/rules/${rule}.md` };
}
