import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../../.scripts/root.mjs";

const page = readFileSync(path.join(root, "docs/editors.md"), "utf8");
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, text]) => ({
  language,
  text,
}));

/** How a snippet of each language names a command with its arguments, as one text. */
const COMMANDS = {
  sh: /^bitlaw .*$/gm,
  lua: /(?<=cmd = \{)[^}]*/g,
  toml: /(?<=^command = )[^[]*\[[^\]]*/gm,
  elisp: /(?<=\()"bitlaw"[^():]*/g,
  json: /(?<="command": \[)[^\]]*/g,
  rust: /(?<=which\()"bitlaw"[\s\S]*vec!\[[^\]]*/g,
};

it.each(Object.entries(COMMANDS))(
  "The %s snippets start the server with a command that exists",
  (language, pattern) => {
    const commands = blocks
      .filter((block) => block.language === language)
      .flatMap(({ text }) => text.match(pattern) ?? [])
      .map((text) => (language === "sh" ? text.split(" ") : quoted(text)));
    expect(commands.length).toBeGreaterThan(0);
    for (const [program, ...args] of commands) {
      expect(program).toBe("bitlaw");
      const { status, stderr } = spawnSync(process.execPath, [path.join(root, "dist/bitlaw.js"), ...args], {
        encoding: "utf8",
        input: "",
      });
      // A server whose input ends before `exit` ends with 1, silently; a mistaken command line ends with 2 and says why.
      expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    }
  },
);

it("The JSON snippets are JSON", () => {
  const json = blocks.filter(({ language }) => language === "json");
  expect(json.length).toBeGreaterThan(1);
  for (const { text } of json) expect(() => JSON.parse(text)).not.toThrow();
});

it("The rules that snippets set exist", () => {
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const known = JSON.stringify(manifest.contributes.configuration);
  const named = [...page.matchAll(/[":]([a-z]+(?:-[a-z]+)+)"?\]?:? =? ?"(?:off|hint|warning|error)"/g)].map(
    ([, name]) => name,
  );
  expect(new Set(named)).toEqual(new Set(["single-seed-comparison"]));
  for (const name of named) expect(known).toContain(`"${name}"`);
});

/** The strings in a snippet; arguments that only say how to send options come after the command. */
function quoted(text) {
  return [...text.matchAll(/"([^"]*)"/g)].map(([, value]) => value).filter((value) => !value.includes(" "));
}
