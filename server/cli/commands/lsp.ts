import { InvalidArgumentError } from "commander";
import type { Registration } from "./Registration.ts";

interface LspOptions {
  readonly stdio?: boolean;
  readonly socket?: string;
  readonly pipe?: string;
  readonly clientProcessId?: string;
}

/** `bitlaw lsp`. */
export const lsp: Registration = (program, { context }) => {
  program
    .command("lsp")
    .description("serve an editor: the language server, over standard input and output unless told otherwise")
    .option("--stdio", "talk over standard input and output, as without any option")
    .option("--socket <port>", "connect to this port of this machine, where the editor listens", wholeNumber)
    .option("--pipe <name>", "connect to this pipe or Unix socket, where the editor listens")
    .option("--clientProcessId <id>", "end when the process with this id does", wholeNumber)
    .action((options: LspOptions) => context.serveEditor(serverArguments(options)));
};

/** What the server is started with: one way to talk, and the client's process where it is known. */
function serverArguments({ stdio, socket, pipe, clientProcessId }: LspOptions): readonly string[] {
  const transport =
    stdio || (socket === undefined && pipe === undefined)
      ? "--stdio"
      : socket === undefined
        ? `--pipe=${pipe}`
        : `--socket=${socket}`;
  return [transport, ...(clientProcessId === undefined ? [] : [`--clientProcessId=${clientProcessId}`])];
}

function wholeNumber(text: string): string {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("A whole number is needed.");
  return text;
}
