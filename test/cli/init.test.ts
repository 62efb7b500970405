import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLEAN } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

let place: Workplace;

beforeEach(() => {
  place = new Workplace();
});

afterEach(() => place.remove());

const written = (file = ".bitlaw.yaml") => readFileSync(path.join(place.folder, file), "utf8");

/** In each block of comments, the example begins with the first line that is a key alone. */
function uncommented(block: string): string | undefined {
  const lines = block.split("\n");
  const first = lines.findIndex((line) => /^# [a-z_]+:$/.test(line));
  if (first < 0) return undefined;
  return [...lines.slice(0, first), ...lines.slice(first).map((line) => line.slice("# ".length))].join("\n");
}

describe("bitlaw init", () => {
  it("writes a project file without findings that changes nothing, and says what to do next", () => {
    place.write({ "train.yaml": CLEAN });
    const before = place.run("config", "--all", "train.yaml").out;
    const { code, out, error } = place.run("init");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toMatch(/^\.bitlaw\.yaml is written: .*\nNext: .*\n$/);
    expect(place.run("check", ".bitlaw.yaml")).toEqual({ code: 0, out: "", error: "" });
    expect(place.run("config", "--all", "train.yaml").out).toBe(
      before.replace(/^No project file.*$/m, "Project file: .bitlaw.yaml"),
    );
  });

  it("writes examples each of which is valid without its comment sign, and all of them together", () => {
    place.run("init");
    const blocks = written().split("\n\n");
    const examples = blocks.flatMap((block) => uncommented(block) ?? []);
    const keys = examples.map((text) => /^([a-z]+):$/m.exec(text)?.[1]);
    expect(keys).toEqual(["rules", "declare", "laws", "thresholds", "ignore", "suppressions", "overrides"]);
    // The file that an example names.
    place.write({ "configs/ds.json": '{ "fp16": { "enabled": true, "loss_scale": 1024 } }\n' });
    for (const text of [...examples, examples.join("\n\n")]) {
      place.write({ ".bitlaw.yaml": `${text}\n` });
      expect(place.run("check", ".bitlaw.yaml"), text).toEqual({ code: 0, out: "", error: "" });
    }
    // They are settings and not comments still: a slip in one of them is found.
    place.write({ ".bitlaw.yaml": examples.join("\n\n").replace("sun-2025", "sun-2052") });
    expect(place.run("check", ".bitlaw.yaml").code).toBe(1);
  });

  it("names a comment that silences a finding as the suppressions are written", () => {
    place.run("init");
    const name = /`# (bitlaw-\S+) NAME`/.exec(written())?.[1] ?? "";
    const docs = readFileSync(new URL("../../docs/suppressions.md", import.meta.url), "utf8");
    expect(name).not.toBe("");
    expect(docs).toContain(name);
  });

  it("tells which facts several configs do not say", () => {
    // A world size is missing in both: tokens = steps × batch × accumulation × world size × length.
    const lacking = `${CLEAN}max_steps: 1000\nmax_length: 2048\n`;
    place.write({ "a.yaml": lacking, "b.yaml": lacking });
    expect(place.run("explain", "a.yaml").out).toContain("world_size=");
    place.run("init");
    expect(written()).toMatch(/^# Not said by a\.yaml, b\.yaml: `world_size`\.$/m);
  });

  it("never replaces a project file without --force, nor hides one of another name", () => {
    place.write({ ".bitlaw.yaml": "rules: {}\n" });
    expect(place.run("init")).toEqual({
      code: 2,
      out: "",
      error: ".bitlaw.yaml: the project file exists; edit it, or replace it with --force\n",
    });
    expect(written()).toBe("rules: {}\n");
    expect(place.run("init", "--force").code).toBe(0);
    expect(written()).toContain("# rules:");
    place.write({ "other/.bitlaw.json": "{}" });
    expect(place.run("init", "--force", "other").error).toBe(
      `${path.join("other", ".bitlaw.json")}: this is a project file already; edit it, or remove it first\n`,
    );
    place.write({ linked: null });
    symlinkSync("nowhere", path.join(place.folder, "linked/.bitlaw.yaml"));
    expect(place.run("init", "linked").code).toBe(2);
  });

  it("keeps the settings that a project file further up has given so far", () => {
    place.write({ ".bitlaw.yaml": "rules: { coarse-scaling: off }\n", "deep/er/train.yaml": CLEAN });
    expect(place.run("init", "deep/er").code).toBe(0);
    expect(written("deep/er/.bitlaw.yaml")).toContain('\nextends: "../../.bitlaw.yaml"\n');
    expect(place.run("check", "deep/er/.bitlaw.yaml")).toEqual({ code: 0, out: "", error: "" });
    expect(place.run("config", "deep/er/train.yaml").out).toMatch(/coarse-scaling +off +\.bitlaw\.yaml:1:10/);
  });

  it("names the schema where the project has it among its packages", () => {
    place.write({ "node_modules/bitlaw/schemas/project.schema.json": "{}" });
    place.run("init");
    expect(written()).toMatch(
      /^# yaml-language-server: \$schema=node_modules\/bitlaw\/schemas\/project\.schema\.json\n/,
    );
    place.write({ elsewhere: null });
    place.run("init", "elsewhere");
    expect(written("elsewhere/.bitlaw.yaml")).not.toContain("$schema");
  });

  it("refuses a folder that is not there and a file", () => {
    place.write({ "train.yaml": CLEAN });
    expect(place.run("init", "missing")).toMatchObject({
      code: 2,
      error: "missing: there is no such folder; make it first, or name another\n",
    });
    expect(place.run("init", "train.yaml")).toMatchObject({
      code: 2,
      error: "train.yaml: this is a file; name a folder\n",
    });
  });
});
