import { readFileSync, statSync } from "node:fs";
import { decodeText } from "../../config/document/languageOf.ts";
import { MAX_TEXT_LENGTH } from "../../config/document/parseConfig.ts";
import { whyNotRead } from "./whyNotRead.ts";

/** A UTF-8 or UTF-16 code unit of text takes at most this many bytes. */
export const MOST_BYTES_PER_CODE_UNIT = 3;

export type ConfigText =
  | { readonly kind: "text"; readonly text: string }
  /** What can be no training config: too large, not text, or gone; `because` says which, for people. */
  | { readonly kind: "unfit"; readonly because: string }
  | { readonly kind: "unreadable"; readonly because: string };

/**
 * Reads a file that may be a config. Devices and pipes are not opened: they may never end. At once, because a folder of
 * thousands of small files takes several times as long when each of them waits for its turn.
 */
export function readConfigFile(path: string): ConfigText {
  try {
    const stats = statSync(path);
    if (!stats.isFile() && !stats.isDirectory())
      return unusableText(
        "this is a device or a pipe; pass what it gives with --stdin --stdin-filename NAME",
      );
    if (stats.isFile() && stats.size > MAX_TEXT_LENGTH * MOST_BYTES_PER_CODE_UNIT)
      return unusableText(TOO_LARGE);
    return decodeConfigText(readFileSync(path));
  } catch (error) {
    const gone = error instanceof Error && "code" in error && error.code === "ENOENT";
    return gone ? unusableText(whyNotRead(error)) : { kind: "unreadable", because: whyNotRead(error) };
  }
}

/** Decodes the text of a config, or says why it cannot be one. */
export function decodeConfigText(bytes: Uint8Array): ConfigText {
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (error) {
    return unusableText(whyNotRead(error));
  }
  return text.length > MAX_TEXT_LENGTH ? unusableText(TOO_LARGE) : { kind: "text", text };
}

const TOO_LARGE = `the file is larger than ${MAX_TEXT_LENGTH / 1024} KiB, too large for a training config`;

function unusableText(because: string): ConfigText {
  return { kind: "unfit", because };
}
