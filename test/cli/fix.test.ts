import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workplace } from "./runBitlaw.ts";

// PyYAML reads 5e-5, without a point, as text: writing 5.0e-5 is safe.
const BEFORE = [
  "# kept",
  "model_name_or_path: EleutherAI/pythia-1.4b",
  "output_dir: ./out",
  "per_device_train_batch_size: 8",
  "learning_rate: 5e-5   # odd layout",
  "num_train_epochs: 3",
  "bf16: true",
].join("\r\n");
const AFTER = BEFORE.replace("5e-5", "5.0e-5");

describe("bitlaw check --fix", () => {
  let place: Workplace;
  beforeEach(() => {
    place = new Workplace();
  });
  afterEach(() => place.remove());
  const file = (name: string) => path.join(place.folder, name);

  it("changes the value and not one byte elsewhere, and once is enough", () => {
    place.write({ "a.yaml": `\uFEFF${BEFORE}` });
    expect(place.run("check", "--fix", "a.yaml").error).toContain("a.yaml: fixed 1:");
    expect(readFileSync(file("a.yaml"), "utf8")).toBe(`\uFEFF${AFTER}`);
    expect(place.run("check", "--fix", "a.yaml").error).not.toContain("fixed");
    expect(readdirSync(place.folder)).toEqual(["a.yaml"]);
  });

  it("keeps UTF-16", () => {
    place.write({ "a.yaml": Buffer.from(`\uFEFF${BEFORE}`, "utf16le") });
    place.run("check", "--fix", "a.yaml");
    expect(readFileSync(file("a.yaml")).equals(Buffer.from(`\uFEFF${AFTER}`, "utf16le"))).toBe(true);
  });

  it("keeps the mode, and writes through a link", () => {
    place.write({ "a.yaml": BEFORE });
    chmodSync(file("a.yaml"), 0o640);
    symlinkSync("a.yaml", file("link.yaml"));
    place.run("check", "--fix", "link.yaml");
    expect(lstatSync(file("link.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(file("a.yaml"), "utf8")).toBe(AFTER);
    expect(statSync(file("a.yaml")).mode & 0o777).toBe(0o640);
  });

  it("prints a diff, writes nothing, and ends with 1", () => {
    place.write({ "a.yaml": BEFORE });
    const { code, out } = place.run("check", "--diff", "a.yaml");
    expect(code).toBe(1);
    expect(out).toContain("+learning_rate: 5.0e-5");
    expect(readFileSync(file("a.yaml"), "utf8")).toBe(BEFORE);
  });
});
