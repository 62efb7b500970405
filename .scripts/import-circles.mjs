import { readFile } from "node:fs/promises";
import path from "node:path";
import { sourceFiles } from "./forbidden-imports.mjs";
import { importsOf } from "./imports-of.mjs";

/**
 * The circles of imports under client/ and server/: between rooms, imports of types included, and between files through
 * values. A room is a folder; the files beside the folders of a layer are rooms of their own.
 * @param {string} folder the project's folder
 * @returns {Promise<{ kind: "rooms" | "files", members: string[] }[]>} each with its members in the order of their names
 */
export async function importCircles(folder) {
  const files = await sourceFiles(folder);
  const rooms = new Map();
  const values = new Map(files.map((file) => [file, new Set()]));
  for (const file of files) {
    const room = roomOf(file);
    if (!rooms.has(room)) rooms.set(room, new Set());
    for (const { specifier, typeOnly } of importsOf(await readFile(path.join(folder, file), "utf8"))) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      if (!specifier.startsWith(".") || !values.has(target)) continue;
      if (roomOf(target) !== room) rooms.get(room).add(roomOf(target));
      if (!typeOnly) values.get(file).add(target);
    }
  }
  return [
    ...circlesIn(rooms).map((members) => ({ kind: "rooms", members })),
    ...circlesIn(values).map((members) => ({ kind: "files", members })),
  ];
}

/** `server/lint/rules/x.ts` → `server/lint/rules`, but `server/lint/analyse.ts` → itself. */
function roomOf(file) {
  const folder = path.posix.dirname(file);
  return folder.split("/").length === 2 ? file : folder;
}

/** The strongly connected components of more than one node (Tarjan 1972). */
function circlesIn(graph) {
  const found = [];
  const order = new Map();
  const lowest = new Map();
  const open = [];
  const visit = (node) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node));
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const members = open.splice(open.indexOf(node));
    if (members.length > 1) found.push(members.sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}
