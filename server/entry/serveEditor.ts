/**
 * Turns this process into the language server. The server is a separate file, because a process that serves an editor
 * does not need the command line. The server reads its transport from the process's arguments.
 */
export async function serveEditor(args: readonly string[]): Promise<void> {
  process.argv = [...process.argv.slice(0, 2), ...args];
  if (args[0] === "--stdio" && process.stdin.isTTY)
    process.stderr.write(
      "The language server waits for an editor on its standard input; Ctrl-C ends it. `bitlaw check FILES` checks files.\n",
    );
  // After `exit` the server ends the process at once; no client is left here.
  process.once("beforeExit", () => {
    process.stderr.write(
      `No editor listens at ${args[0]}. Let the editor listen there before the server starts, or use --stdio.\n`,
    );
    process.exitCode = 2;
  });
  await import(new URL("./server.node.js", import.meta.url).href);
}
