import { addAbortSignal } from "node:stream";
import { MAX_TEXT_LENGTH } from "../../config/document/parseConfig.ts";
import { MOST_BYTES_EACH } from "../readConfigFile.ts";

/**
 * What standard input gives, until it ends or is more than a config has; all of it with `whole`. Rejects when the signal
 * aborts.
 */
export async function readStandardInput(signal: AbortSignal, whole = false): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of addAbortSignal(signal, process.stdin)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (!whole && bytes > MAX_TEXT_LENGTH * MOST_BYTES_EACH) break;
  }
  return Buffer.concat(chunks);
}
