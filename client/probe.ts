import {
  commands,
  type Disposable,
  ProgressLocation,
  type QuickPickItem,
  Uri,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, ExecuteCommandRequest } from "vscode-languageclient";
import type { PROBE, PROBE_OPTIONS, ProbeAnswer, ProbeArgument, ProbeOptions } from "../server/lsp/probe.ts";
import { existingFiles } from "./existingFiles.ts";

const OPTIONS_COMMAND: typeof PROBE_OPTIONS = "bitlaw.server.probeOptions";
const COMMAND: typeof PROBE = "bitlaw.server.probe";

/** The command that writes sibling configs of the active editor's run, seed × learning rate × format. */
export function registerProbe(client: BaseLanguageClient): Disposable {
  return commands.registerCommand("bitlaw.probe", async () => {
    try {
      await probe(client);
    } catch (error) {
      window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  });
}

async function probe(client: BaseLanguageClient): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    window.showInformationMessage("Open a training config to write probe configs for its run.");
    return;
  }
  if (uri.scheme === "untitled") {
    window.showInformationMessage("Save the config first: its siblings are written beside it.");
    return;
  }
  const argument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const options = await ask<ProbeOptions>(client, OPTIONS_COMMAND, argument);
  const wanted = await askForWishes(client, argument, options);
  if (wanted === undefined) return;
  const folder = Uri.joinPath(uri, "..", options.folder);
  const answer = await window.withProgress(
    { location: ProgressLocation.Notification, title: "Bitlaw: preparing probe configs" },
    async () => ask<ProbeAnswer>(client, COMMAND, { ...wanted, there: await existingFiles(folder) }),
  );
  if (!(await isConfirmed(folder, answer))) return;
  await workspace.fs.createDirectory(folder);
  for (const { name, text } of answer.files)
    await workspace.fs.writeFile(Uri.joinPath(folder, name), new TextEncoder().encode(text));
  await window.showTextDocument(Uri.joinPath(folder, answer.manifest));
}

/** Seeds, factors and formats; undefined where the person gives up. */
async function askForWishes(
  client: BaseLanguageClient,
  argument: ProbeArgument,
  { seed, learningRate, formats }: ProbeOptions,
): Promise<ProbeArgument | undefined> {
  const title = "Write Probe Configs";
  const validator = (key: "seeds" | "lrFactors") => async (text: string) =>
    (await ask<ProbeOptions>(client, OPTIONS_COMMAND, { ...argument, [key]: text })).problems[key];
  const seeds = await window.showInputBox({
    title: `${title} (1/3)`,
    prompt: `Seeds: how many${seed === undefined ? "" : `, from ${seed} on`}, or which, such as 1,2,7`,
    value: "3",
    validateInput: validator("seeds"),
  });
  if (seeds === undefined) return undefined;
  const lrFactors = await window.showInputBox({
    title: `${title} (2/3)`,
    prompt: `Factors of the learning rate, which is ${learningRate}`,
    value: "1,3",
    validateInput: validator("lrFactors"),
  });
  if (lrFactors === undefined) return undefined;
  const items = formats.map(
    ({ name, label, own }): QuickPickItem => ({
      label: name,
      description: own ? `${label}, as it is now` : label,
      picked: own || name === "bf16",
    }),
  );
  const picked = await window.showQuickPick(items, {
    title: `${title} (3/3)`,
    placeHolder: "Formats that the framework can write in this config",
    canPickMany: true,
  });
  if (picked === undefined || picked.length === 0) return undefined;
  return { ...argument, seeds, lrFactors, formats: picked.map(({ label }) => label).join(",") };
}

/** Shows what would be written and where. What Bitlaw did not write is never replaced. */
async function isConfirmed(folder: Uri, { files, occupied, refused, notes }: ProbeAnswer): Promise<boolean> {
  const place = workspace.asRelativePath(folder);
  if (occupied.kind === "foreign") {
    window.showErrorMessage(`Nothing is written to ${place}: ${occupied.because}.`);
    return false;
  }
  const count = files.length - 1;
  const configs = `${count} ${count === 1 ? "config" : "configs"} and a manifest`;
  const detail = [
    ...firstNames(files.map(({ name }) => name)),
    ...refused.map(({ what, because }) => `Left out: ${what}, because ${because}.`),
    ...notes,
  ].join("\n");
  const [question, button] =
    occupied.kind === "replaceable"
      ? [`Write ${configs} to ${place}, and replace ${occupied.names.length} files there?`, "Replace"]
      : [`Write ${configs} to ${place}?`, "Write"];
  return (await window.showInformationMessage(question, { modal: true, detail }, button)) === button;
}

/** More lines than this make a dialog that fits on no screen. */
const MOST_LINES = 12;

function firstNames(names: readonly string[]): readonly string[] {
  if (names.length <= MOST_LINES) return names;
  return [...names.slice(0, MOST_LINES - 1), `and ${names.length - MOST_LINES + 1} more`];
}

async function ask<T>(client: BaseLanguageClient, command: string, argument: ProbeArgument): Promise<T> {
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
}
