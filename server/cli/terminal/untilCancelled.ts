import type { Output } from "./Output.ts";

/** The exit code of a command that was cancelled, as shells have it for Ctrl-C. */
const CANCELLED = 130;

/**
 * Runs a command that Ctrl-C ends with a line and an exit code of its own. In every case the line of the progress is
 * cleared. Rejects where the command does and was not cancelled.
 */
export async function untilCancelled(
  signal: AbortSignal,
  output: Output,
  command: () => Promise<number>,
  message = "Cancelled; nothing is written.",
): Promise<number> {
  try {
    return await command();
  } catch (error) {
    output.progress?.(undefined);
    if (!signal.aborted) throw error;
    output.error(`${message}\n`);
    return CANCELLED;
  }
}
