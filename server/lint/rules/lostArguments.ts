import type { RawFinding, Rule } from "./Rule.ts";

/** Flags of a launch script that its command does not get: a comment between its lines, or a blank behind a backslash, ends it. */
export const lostArguments: Rule = {
  name: "lost-arguments",
  summary: "Flags of a launch script that never reach the trainer",
  severity: "error",
  category: "contradiction",
  // The lines that come back would change what the run is.
  fix: "none",
  check({ config: { document } }): readonly RawFinding[] {
    const { text, command } = document;
    if (command?.lost === undefined) return [];
    const { start } = command.lost;
    const [flag = ""] = /^\S+/.exec(text.slice(start)) ?? [];
    const why = text.slice(command.span.end, start).includes("#")
      ? "the comment above ends the command. Move it above the command"
      : "a blank behind a backslash ends the command. Remove the blank";
    const message = `\`${flag}\` and what follows never reach \`${command.program}\`: ${why}.`;
    return [{ span: { start, end: start + flag.length }, message, fixes: [] }];
  },
};
