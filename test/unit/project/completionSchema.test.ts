import { expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService } from "yaml-language-server";
import completion from "../../../schemas/project.completion.schema.json" with { type: "json" };
import strict from "../../../schemas/project.schema.json" with { type: "json" };

/** Red Hat's YAML server with one of the schemas for `.bitlaw.yaml`, as its extension takes it from the manifest. */
function serverWith(schema: object) {
  const service = getLanguageService({
    schemaRequestService: async () => "",
    workspaceContext: { resolveRelativePath: (path: string) => path },
  });
  const own = { uri: "file:///project.json", fileMatch: [".bitlaw.yaml"], schema };
  service.configure({ validate: true, completion: true, customTags: [], schemas: [own] });
  return service;
}

let version = 0;

/** Always another version, because the server keeps what it has parsed. */
function fileWith(text: string) {
  return TextDocument.create("file:///a/.bitlaw.yaml", "yaml", ++version, text);
}

const wrong = fileWith(
  "rules:\n  loss-scaling: loud\n  loss: off\nlawz: 3\ndeclare: [1]\nsuppressions: [{}]\n",
);

it("The schema that editors validate by leaves mistakes to Bitlaw, which tells them with a fix", async () => {
  expect((await serverWith(strict).doValidation(wrong, false)).length).toBeGreaterThan(0);
  expect(await serverWith(completion).doValidation(wrong, false)).toEqual([]);
});

it("The schema that editors validate by completes severities and keys all the same", async () => {
  const labels = async (text: string, line: number, character: number) => {
    const list = await serverWith(completion).doComplete(fileWith(text), { line, character }, false);
    return list.items.map(({ label }) => label);
  };
  // YAML 1.1 reads a plain `off` as false, so this server quotes it.
  const severities = ['"off"', "hint", "information", "warning", "error"];
  expect(await labels("rules:\n  loss-scaling: \n", 1, 16)).toEqual(severities);
  expect(await labels("", 0, 0)).toEqual(expect.arrayContaining(["rules", "declare", "laws", "ignore"]));
});
