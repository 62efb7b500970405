import { FileSystemError, Uri, workspace } from "vscode";
import type { ProbeArgument } from "../server/lsp/probe.ts";

/** The content of a folder, which need not exist, with the manifest of an earlier probe. */
export async function existingFiles(folder: Uri): Promise<NonNullable<ProbeArgument["there"]>> {
  const names = await namesIn(folder);
  const manifest = names.find((name) => name === "bitlaw-probe.json");
  if (manifest === undefined) return { names };
  const bytes = await workspace.fs.readFile(Uri.joinPath(folder, manifest));
  return { names, manifest: new TextDecoder().decode(bytes) };
}

async function namesIn(folder: Uri): Promise<readonly string[]> {
  try {
    return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return [];
    throw error;
  }
}
