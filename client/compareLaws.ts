import { commands, Disposable, EventEmitter, Uri, window, workspace } from "vscode";
import { type BaseLanguageClient, ExecuteCommandRequest, type MarkupContent } from "vscode-languageclient";
import type { COMPARE_LAWS, CompareLawsArgument } from "../server/lsp/compareLaws.ts";
import { openPreview } from "./openPreview.ts";

/** The scheme of the documents that hold a report. */
const SCHEME = "bitlaw-laws";

const COMMAND: typeof COMPARE_LAWS = "bitlaw.server.compareLaws";

/** The command that shows what each law says about the run under the cursor, in a read-only Markdown document. */
export function registerCompareLaws(client: BaseLanguageClient): Disposable {
  const reports = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri: Uri) =>
      reports.get(uri.toString()) ?? "Run the command “Bitlaw: Compare Laws for This Run” again.\n",
  };
  const compare = async () => {
    const report = await askServer(client);
    if (report === undefined) return;
    reports.set(report.uri.toString(), report.text);
    changed.fire(report.uri);
    await openPreview(report.uri);
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, provider),
    commands.registerCommand("bitlaw.compareLaws", compare),
  );
}

/** The report on the active editor's run, or a message that says why there is none. */
async function askServer(client: BaseLanguageClient): Promise<{ uri: Uri; text: string } | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    window.showInformationMessage("Open a training config to compare the laws for its run.");
    return undefined;
  }
  const { uri } = editor.document;
  const argument: CompareLawsArgument = {
    uri: client.code2ProtocolConverter.asUri(uri),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
  try {
    const params = { command: COMMAND, arguments: [argument] };
    const { value }: MarkupContent = await client.sendRequest(ExecuteCommandRequest.type, params);
    return { uri: reportUri(uri), text: value };
  } catch (error) {
    window.showInformationMessage(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** One document for each config: asked again, it has the new text. */
function reportUri(config: Uri): Uri {
  const name = config.path.split("/").at(-1) ?? "";
  return Uri.from({ scheme: SCHEME, path: `/Laws for ${name}.md`, query: config.toString() });
}
