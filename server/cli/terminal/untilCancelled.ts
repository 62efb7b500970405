import type { Output } from "./Output.ts";

/** The exit code of a command that was cancelled, as shells have it for Ctrl-C. */
const CANCELLED = 130;

/**
 * Runs a command. Ctrl-C ends it with its own message and exit code. The progress line is always cleared. Rejects if
 * the command rejects without being cancelled.
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
