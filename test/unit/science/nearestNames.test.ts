import { describe, expect, it } from "vitest";
import { nearestName, nearestNames } from "../../../server/science/nearestNames.ts";

describe("nearestNames", () => {
  it("offers names of which at most half of the letters differ, the nearest first", () => {
    expect(nearestNames("bf61", ["fp16", "bf16", "nvfp4"])).toEqual(["bf16"]);
    expect(nearestNames("mxfp", ["mxfp6", "nvfp4", "mxfp8"])).toEqual(["mxfp6", "mxfp8"]);
    expect(nearestNames("abcd", ["wxyz"])).toEqual([]);
  });

  it("offers three at most", () => {
    expect(nearestNames("int", ["int1", "int2", "int3", "int4"])).toEqual(["int1", "int2", "int3"]);
  });

  it("takes no account of case, and of punctuation only where that counts", () => {
    expect(nearestNames("BF16", ["bf16"], { slips: () => 0 })).toEqual(["bf16"]);
    expect(nearestNames("world size", ["world_size"], { slips: () => 0 })).toEqual([]);
    expect(nearestNames("world size", ["world_size"], { slips: () => 0, ignorePunctuation: true })).toEqual([
      "world_size",
    ]);
  });

  it("takes the beginning of a name for the name where it is told so", () => {
    expect(nearestNames("sun", ["quest-2025", "sun-2025"], { slips: () => 3 })).toEqual([]);
    expect(nearestNames("sun", ["quest-2025", "sun-2025"], { slips: () => 3, takeBeginnings: true })).toEqual(
      ["sun-2025"],
    );
  });
});

describe("nearestName", () => {
  it("asks for a name that differs by two letters, or by a third of them", () => {
    expect(nearestName("sum", ["sun"])).toBe("sun");
    expect(nearestName("Sequence-Length", ["sequence_length"])).toBe("sequence_length");
    expect(nearestName("xyz", ["sun"])).toBeUndefined();
  });
});
