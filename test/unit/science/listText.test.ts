import { describe, expect, it } from "vitest";
import { listText, shortList } from "../../../server/science/listText.ts";

describe("a list in a sentence", () => {
  it("has commas, and a word before the last", () => {
    expect(listText([])).toBe("");
    expect(listText(["`a`"])).toBe("`a`");
    expect(listText(["2", "3"])).toBe("2 and 3");
    expect(listText(["2", "3", "4"])).toBe("2, 3 and 4");
    expect(listText(["the seed", "the learning rate"], "or")).toBe("the seed or the learning rate");
  });

  it("says how many are left out, where some are", () => {
    expect(shortList(["a", "b"], 2)).toBe("a, b");
    expect(shortList(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
    expect(shortList(["a", "b"], 1)).toBe("a and 1 more");
  });
});
