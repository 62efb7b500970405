import { addAbortSignal } from "node:stream";
import { MAX_TEXT_LENGTH } from "../../config/document/parseConfig.ts";
import { type ConfigText, MOST_BYTES_EACH, textFrom } from "../readConfigFile.ts";

/** The text that standard input gives, until it ends or is more than a config has. Rejects when the signal aborts. */
export async function readStandardInput(signal: AbortSignal): Promise<ConfigText> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of addAbortSignal(signal, process.stdin)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_TEXT_LENGTH * MOST_BYTES_EACH) break;
  }
  return textFrom(Buffer.concat(chunks));
}
