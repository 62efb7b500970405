import { afterAll, expect, it } from "vitest";
import { CLEAN, CONFLICTING } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
const RULE = "conflicting-precision";

afterAll(() => place.remove());

it("A disabled finding is not shown and does not count", () => {
  const silent = CONFLICTING.replace(
    "fp16:",
    `# bitlaw-disable-next-line ${RULE} -- the launcher decides\nfp16:`,
  );
  place.write({ "silent.yaml": silent, "loud.yaml": CONFLICTING });
  expect(place.run("check", "silent.yaml")).toEqual({ code: 0, out: "", error: "" });
  const both = place.run("check", "silent.yaml", "loud.yaml");
  expect(both.code).toBe(1);
  expect(both.out).toMatch(/^loud\.yaml:9:7 {2}error .*\[conflicting-precision\]\n$/);
});

it("A comment that disables nothing, and one with an unknown rule, are told with their places and fail no build", () => {
  place.write({ "train.yaml": `# bitlaw-disable-file ${RULE}, conflicting-precison\n${CLEAN}` });
  const { code, out } = place.run("check", "train.yaml");
  expect(code).toBe(0);
  const found = Array.from(out.matchAll(/^train\.yaml:(\d+:\d+) {2}(\w+) .* \[([\w-]+)\]$/gm), (match) =>
    match.slice(1).join(" "),
  );
  expect(found).toEqual(["1:23 information unused-suppression", "1:46 information unknown-suppression"]);
});

it("The JSON output is without disabled findings", () => {
  place.write({ "train.yaml": `${CONFLICTING}# bitlaw-disable-file ${RULE}\n` });
  const { code, out } = place.run("check", "--format", "json", "train.yaml");
  expect(code).toBe(0);
  expect(JSON.parse(out).files[0].findings).toEqual([]);
});
