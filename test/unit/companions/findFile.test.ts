import { describe, expect, it } from "vitest";
import { candidatePaths, findFile } from "../../../server/config/workspace/findFile.ts";
import { workspaceOf } from "../../workspaceOf.ts";

describe("Paths that a reference may mean", () => {
  it("start in the file's own folder and go up to the root", () => {
    expect(candidatePaths("runs/sft/llama.yaml", "ds/zero3.json")).toEqual([
      "runs/sft/ds/zero3.json",
      "runs/ds/zero3.json",
      "ds/zero3.json",
    ]);
  });

  it("follow dots, and backslashes of Windows", () => {
    expect(candidatePaths("runs/llama.yaml", "..\\ds\\./zero3.json")).toEqual(["ds/zero3.json"]);
  });

  it.each([
    "../../etc/passwd",
    "/etc/passwd",
    "~/ds.json",
    "C:\\ds.json",
    "s3://bucket/ds.json",
    "file:///etc/passwd",
    "${oc.env:HOME}/ds.json",
    "",
    ".",
    "a\0b",
  ])("never lead out of the workspace: %j", (reference) => {
    expect(candidatePaths("runs/llama.yaml", reference)).toEqual([]);
  });
});

describe("The file that a reference means", () => {
  it("is the nearest one", () => {
    const workspace = workspaceOf(
      { "ds.json": "{}", "runs/ds.json": '{"steps_per_print": 1}' },
      "runs/a.yaml",
    );
    expect(findFile(workspace, "runs/a.yaml", "ds.json")).toMatchObject({ file: { path: "runs/ds.json" } });
  });

  it("is pending while a nearer place is not known yet", () => {
    const known = workspaceOf({ "ds.json": "{}" }, "runs/a.yaml");
    const workspace = {
      ...known,
      read: (path: string) => (path === "ds.json" ? known.read(path) : undefined),
      list: known.list,
    };
    expect(findFile(workspace, "runs/a.yaml", "ds.json")).toEqual({ kind: "pending" });
  });

  it("is missing where no folder has it", () => {
    expect(findFile(workspaceOf({}), "config.yaml", "ds.json")).toEqual({ kind: "missing" });
  });
});
