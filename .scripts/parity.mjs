import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { root } from "./root.mjs";

const cli = path.join(root, "dist/bitlaw.js");
const severities = ["", "error", "warning", "information", "hint"];

/**
 * Where the command line and a language server disagree about the files of a folder. Both are started as processes; the
 * editor opens every file before it asks.
 * @param {string} folder the workspace
 * @param {readonly string[]} files paths in it, with `/` between the segments
 * @returns {Promise<{ findings: number, differences: string[], rules: Map<string, string[]> }>} `rules` has the names behind the findings of each file
 */
export async function parity(folder, files) {
  const [fromCli, fromServer] = [await checked(folder, files), await served(folder, files)];
  const differences = [];
  let findings = 0;
  for (const file of files) {
    const lines = { cli: fromCli.get(file) ?? [], server: fromServer.get(file) ?? [] };
    findings += lines.cli.length;
    for (const line of lines.cli)
      if (!lines.server.includes(line)) differences.push(`${file}: only the command line says ${line}`);
    for (const line of lines.server)
      if (!lines.cli.includes(line)) differences.push(`${file}: only the server says ${line}`);
    if (lines.cli.length !== lines.server.length)
      differences.push(`${file}: ${lines.cli.length} findings against ${lines.server.length}`);
  }
  const names = (lines) => lines.map((one) => one.split(" ")[1]);
  const rules = new Map(files.map((file) => [file, names(fromCli.get(file) ?? [])]));
  return { findings, differences, rules };
}

/** Findings of `bitlaw check`, a line each. */
async function checked(folder, files) {
  const child = spawn(process.execPath, [cli, "check", "--format", "json", ...files], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "close");
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
  });
  await ended;
  return new Map(
    JSON.parse(text).files.map(({ path: name, findings }) => [
      name.replaceAll(path.sep, "/"),
      findings.map((one) =>
        line(
          one.rule,
          one.severity,
          rangeOf(one),
          one.message,
          one.related.map((other) => [other.path.replaceAll(path.sep, "/"), rangeOf(other), other.message]),
        ),
      ),
    ]),
  );
}

/** Diagnostics of `bitlaw lsp`, in the same lines. */
async function served(folder, files) {
  const child = spawn(process.execPath, [cli, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const uri = pathToFileURL(folder).href.replace(/\/$/, "");
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: "parity" }],
    capabilities: { textDocument: { diagnostic: { relatedInformation: true } } },
  });
  await connection.sendNotification("initialized", {});
  const uris = new Map(files.map((file) => [file, pathToFileURL(path.join(folder, file)).href]));
  for (const [file, of] of uris) {
    const languageId = /\.(?:sh|slurm)$/i.test(file)
      ? "shellscript"
      : /\.toml$/i.test(file)
        ? "toml"
        : /\.ya?ml$/i.test(file)
          ? "yaml"
          : "json";
    const text = (await readFile(fileURLToPath(of), "utf8")).replace(/^\uFEFF/, "");
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: of, languageId, version: 1, text },
    });
  }
  const pull = async (of) =>
    (await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: of } })).items;
  // A first round, after which every config has said what it has to say about the others.
  for (const of of uris.values()) await pull(of);
  const found = new Map();
  for (const [file, of] of uris) {
    const items = await pull(of);
    found.set(
      file,
      items.map(({ code, severity, range, message, relatedInformation = [] }) =>
        line(
          code,
          severities[severity],
          numbersOf(range),
          message,
          relatedInformation.map(({ location, message: what }) => [
            path.relative(folder, fileURLToPath(location.uri)).replaceAll(path.sep, "/"),
            numbersOf(location.range),
            what,
          ]),
        ),
      ),
    );
  }
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  await exited;
  return found;
}

function rangeOf({ line, column, endLine, endColumn }) {
  return [line, column, endLine, endColumn];
}

/** A range of the protocol, which counts from 0, as reports have it. */
function numbersOf({ start, end }) {
  return [start.line + 1, start.character + 1, end.line + 1, end.character + 1];
}

/** Diagnostics drop the back ticks of a message. */
function line(rule, severity, range, message, related) {
  const places = related.map(([file, where, what]) => ` (${file} at ${where.join(":")}: ${plain(what)})`);
  return `${severity} ${rule} at ${range.join(":")}: ${plain(message)}${places.join("")}`;
}

function plain(message) {
  return message.replaceAll("`", "");
}
