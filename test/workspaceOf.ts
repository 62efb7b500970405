import type { Workspace } from "../server/config/workspace/Workspace.ts";

/** A workspace in memory around the config at `path`; files that are not among `files` are missing. */
export function workspaceOf(files: Readonly<Record<string, string>>, path = "config.yaml"): Workspace {
  const known = new Map(Object.entries(files).map(([name, text]) => [name, { path: name, text }]));
  return {
    path,
    read: (name) => {
      const file = known.get(name);
      return file ? { kind: "file", file } : { kind: "missing" };
    },
    list: (folder) =>
      [...new Set([...known.keys(), path])].flatMap((name) => {
        const steps = name.split("/");
        return steps.slice(0, -1).join("/") === folder ? [steps.at(-1) ?? ""] : [];
      }),
  };
}
