import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { CLEAN, CONFLICTING, FOREIGN } from "../protocol/configs.ts";
import { type Outcome, Workplace } from "./runBitlaw.ts";

const places: Workplace[] = [];

afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

/** A folder in which each named file has one finding. */
function placeWith(...names: readonly string[]): Workplace {
  const place = new Workplace();
  places.push(place);
  place.write(Object.fromEntries(names.map((name) => [name, CONFLICTING])));
  return place;
}

/** The files with a finding, in the order of the output. */
function filesIn({ out }: Outcome): readonly string[] {
  return out
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.slice(0, line.indexOf(":")));
}

describe("A folder", () => {
  it("stands for the YAML and JSON files in it and below it, sorted by path", () => {
    const place = placeWith("runs/b.yaml", "runs/a/z.yml", "runs/a.yaml", "other.yaml", "runs/notes.txt");
    place.write({
      "runs/ds.json": '{"fp16": {"enabled": true}, "bf16": {"enabled": true}, "zero_optimization": {}}',
    });
    const outcome = place.run("check", "runs");
    // "." sorts before "/" in ASCII.
    expect(filesIn(outcome)).toEqual(["runs/a.yaml", "runs/a/z.yml", "runs/b.yaml", "runs/ds.json"]);
    expect(outcome.code).toBe(1);
  });

  it("is the current one where nothing is named", () => {
    expect(filesIn(placeWith("b/c.yaml", "a.yaml").run("check"))).toEqual(["a.yaml", "b/c.yaml"]);
  });

  it("is left out where packages or version control lie in it", () => {
    const place = placeWith(
      "node_modules/x/a.yaml",
      "sub/node_modules/a.yaml",
      ".git/a.yaml",
      ".venv/a.yaml",
      "a.yaml",
    );
    expect(filesIn(place.run("check"))).toEqual(["a.yaml"]);
  });

  it("without a YAML or JSON file is a problem, and the other arguments are checked all the same", () => {
    const place = placeWith("a.yaml", "docs/readme.md");
    const outcome = place.run("check", "docs", "a.yaml");
    expect(outcome.error).toMatch(
      /^docs: there is no YAML, JSON or TOML file and no shell script in this folder, .*\n$/,
    );
    expect(filesIn(outcome)).toEqual(["a.yaml"]);
    expect(outcome.code).toBe(2);
  });

  it("without a training config is clean, and says so", () => {
    const place = placeWith();
    place.write({ "a.yaml": FOREIGN, "b.json": "{}" });
    expect(place.run("check", ".")).toEqual({
      code: 0,
      out: "",
      error: "None of the 2 files found is a training config or launch script that Bitlaw knows\n",
    });
  });

  it("is searched without following links to folders, which may lead in a circle, or broken links", () => {
    const place = placeWith("runs/a.yaml", "elsewhere/b.yaml");
    symlinkSync(path.join(place.folder, "runs"), path.join(place.folder, "runs/again"));
    symlinkSync("circle.yaml", path.join(place.folder, "runs/circle.yaml"));
    symlinkSync("nowhere.yaml", path.join(place.folder, "runs/broken.yaml"));
    symlinkSync("../elsewhere/b.yaml", path.join(place.folder, "runs/link.yaml"));
    const outcome = place.run("check", "runs");
    expect(filesIn(outcome)).toEqual(["runs/a.yaml", "runs/link.yaml"]);
    expect(outcome).toMatchObject({ code: 1, error: "" });
  });

  it("may hold files that are too large or binary, which are none of its configs", () => {
    const place = placeWith("a.yaml");
    place.write({
      "large.yaml": `${CONFLICTING}# ${"x".repeat(600_000)}\n`,
      "binary.yaml": Uint8Array.from([0xff, 0xfe, 0xff]),
      "zeros.yaml": `${CONFLICTING}\u0000`,
    });
    const outcome = place.run("check", ".");
    expect(filesIn(outcome)).toEqual(["a.yaml"]);
    expect(outcome).toMatchObject({ code: 1, error: "" });
  });
});

describe("Ignored files", () => {
  it("are those of Git, which agrees about every file", () => {
    const names = [
      "a.yaml",
      "out/a.yaml",
      "out/keep.yaml",
      "sub/out/a.yaml",
      "sub/deep/b.yaml",
      "sub/deep/kept.yaml",
      "sub/x.gen.yaml",
      "sub/keep.gen.yaml",
      "local.yaml",
      "anchored/top.yaml",
      "sub/anchored/top.yaml",
      "star/a.yaml",
      "star/b.yaml",
    ];
    const place = placeWith(...names);
    place.write({
      ".gitignore": "out/\n!out/keep.yaml\n*.gen.yaml\n/anchored\nstar/*\n!star/b.yaml\n",
      "sub/.gitignore": "deep/*\n!deep/kept.yaml\n!keep.gen.yaml\n",
    });
    const git = (...args: readonly string[]) =>
      execFileSync("git", args, { cwd: place.folder, encoding: "utf8" });
    git("init", "--quiet");
    place.write({ ".git/info/exclude": "local.yaml\n" });
    const seen = git("ls-files", "--others", "--exclude-standard", "--", "*.yaml").trim().split("\n").sort();
    expect(seen).toEqual([
      "a.yaml",
      "star/b.yaml",
      "sub/anchored/top.yaml",
      "sub/deep/kept.yaml",
      "sub/keep.gen.yaml",
    ]);
    expect(filesIn(place.run("check"))).toEqual(seen);
    expect(filesIn(place.run("check", "**/*.yaml"))).toEqual(seen);
    // The same from below, where the patterns of the repository's root lie above.
    expect(filesIn(place.runWith({ from: "sub" }, "check"))).toEqual([
      "anchored/top.yaml",
      "deep/kept.yaml",
      "keep.gen.yaml",
    ]);
  });

  it("are known in a work tree, whose excluded files the repository lists", () => {
    const place = placeWith("repository/a.yaml", "repository/local.yaml");
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], {
        cwd: path.join(place.folder, "repository"),
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    git("init", "--quiet");
    git("add", "a.yaml");
    git("commit", "--quiet", "-m", "one");
    git("worktree", "add", "../tree");
    place.write({ "repository/.git/info/exclude": "local.yaml\n", "tree/local.yaml": CONFLICTING });
    expect(filesIn(place.run("check", "tree"))).toEqual(["tree/a.yaml"]);
  });

  it("are checked where they are named, as is what lies in an ignored folder that is named", () => {
    const place = placeWith("out/a.yaml", "b.yaml");
    place.write({ ".gitignore": "out/\nb.yaml\n", ".git": null });
    expect(filesIn(place.run("check", "b.yaml"))).toEqual(["b.yaml"]);
    expect(filesIn(place.run("check", "out"))).toEqual(["out/a.yaml"]);
  });

  it("are left out even so with --force-exclude, for lists that another program makes", () => {
    const place = placeWith("out/a.yaml", "b.yaml");
    place.write({ ".gitignore": "out/\n", ".git": null });
    const outcome = place.run("check", "--force-exclude", "out/a.yaml", "b.yaml");
    expect(filesIn(outcome)).toEqual(["b.yaml"]);
    expect(place.run("check", "--force-exclude", "out/a.yaml")).toEqual({ code: 0, out: "", error: "" });
  });
});

describe("A glob", () => {
  it("is expanded where the shell did not", () => {
    const place = placeWith("runs/a.yaml", "runs/b.yml", "runs/deep/c.yaml", "d.yaml");
    expect(filesIn(place.run("check", "runs/*.yaml"))).toEqual(["runs/a.yaml"]);
    expect(filesIn(place.run("check", "runs/**/*.{yaml,yml}"))).toEqual([
      "runs/a.yaml",
      "runs/b.yml",
      "runs/deep/c.yaml",
    ]);
  });

  it("may lead up and into the current folder again", () => {
    const place = placeWith("a/t.yaml", "a/x/t.yaml", "b/t.yaml");
    const from = (folder: string, pattern: string) =>
      filesIn(place.runWith({ from: folder }, "check", pattern));
    expect(from("a", "../*/t.yaml")).toEqual(["../a/t.yaml", "../b/t.yaml"]);
    expect(from("a", "../{a,b}/t.yaml")).toEqual(["../a/t.yaml", "../b/t.yaml"]);
    expect(from("a/x", "../../**/*.yaml")).toEqual(["../../a/t.yaml", "../../a/x/t.yaml", "../../b/t.yaml"]);
    const absolute = path.join(place.folder, "[ab]/t.yaml");
    expect(from("a", absolute)).toEqual(
      ["a", "b"].map((folder) => path.join(place.folder, folder, "t.yaml")),
    );
  });

  it("is a name where a file has it", () => {
    expect(filesIn(placeWith("run[1].yaml", "run1.yaml").run("check", "run[1].yaml"))).toEqual([
      "run[1].yaml",
    ]);
  });

  it("that matches nothing is a problem, and the other arguments are checked all the same", () => {
    const outcome = placeWith("a.yaml").run("check", "configs/**/*.yaml", "a.yaml");
    expect(outcome.error).toMatch(
      /^configs\/\*\*\/\*\.yaml: no YAML, JSON or TOML file and no shell script matches this, .*\n$/,
    );
    expect(filesIn(outcome)).toEqual(["a.yaml"]);
    expect(outcome.code).toBe(2);
  });
});

describe("A file that is named", () => {
  it("is checked once, however it is named", () => {
    const place = placeWith("runs/a.yaml");
    expect(filesIn(place.run("check", "runs", "./runs/a.yaml", "runs/*.yaml", "runs/a.yaml"))).toHaveLength(
      1,
    );
  });

  it("is checked whatever its ending", () => {
    expect(filesIn(placeWith("run.conf").run("check", "run.conf"))).toEqual(["run.conf"]);
  });

  it("has to be usable: a broken link, a circle, a text too large and a pipe are a line each", () => {
    const place = placeWith("a.yaml");
    symlinkSync("nowhere.yaml", path.join(place.folder, "broken.yaml"));
    symlinkSync("circle.yaml", path.join(place.folder, "circle.yaml"));
    place.write({ "large.yaml": `${CLEAN}# ${"x".repeat(600_000)}\n` });
    execFileSync("mkfifo", ["pipe.yaml"], { cwd: place.folder });
    const outcome = place.run("check", "broken.yaml", "circle.yaml", "large.yaml", "pipe.yaml", "a.yaml");
    expect(outcome.error.trim().split("\n")).toEqual([
      "broken.yaml: the link leads to a file that is not there",
      "circle.yaml: the link leads in a circle",
      "large.yaml: the file is larger than 512 KiB, too large for a training config",
      "pipe.yaml: this is a device or a pipe; pass what it gives with --stdin --stdin-filename NAME",
    ]);
    expect(filesIn(outcome)).toEqual(["a.yaml"]);
    expect(outcome.code).toBe(2);
  });
});
