import type { Rule } from "./Rule.ts";

/** How the note on a missing file ends. */
const NOT_FOUND = "is not in this workspace";

const WHERE =
  " Bitlaw looks in this file's folder and in those above it, up to the workspace's root: correct the path, or declare the facts with a `bitlaw:` comment.";

/** A file that belongs to the run and cannot be read: what it sets is not known, and no default is put in its place. */
export const unreadCompanion: Rule = {
  name: "unread-companion",
  summary: "Another file of the run that cannot be read here",
  severity: "information",
  category: "contradiction",
  fix: "none",
  needsOtherFiles: true,
  readsDialect: ({ companions }) => companions !== undefined,
  check({ config }) {
    return config.companionNotes.map(({ span, message }) => ({
      span,
      message: `${message}. What it sets is not known here.${message.endsWith(NOT_FOUND) ? WHERE : ""}`,
    }));
  },
};
