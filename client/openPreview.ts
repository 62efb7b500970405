import { commands, type Uri, window, workspace } from "vscode";

/** Opens a document in the Markdown preview, or as text where the editor has none. */
export async function openPreview(uri: Uri): Promise<void> {
  try {
    // Not asked for beforehand: the extension that has the command need not be active yet.
    await commands.executeCommand("markdown.showPreview", uri);
  } catch {
    await window.showTextDocument(await workspace.openTextDocument(uri));
  }
}
