import { describe, expect, it } from "vitest";
import { memoized } from "../../../server/science/numerics/memoized.ts";

describe("A memoized function", () => {
  it("is computed once for each object, and again for an equal one", () => {
    const asked: object[] = [];
    const lengthOf = memoized((list: readonly number[]) => {
      asked.push(list);
      return { length: list.length };
    });
    const list = [1, 2, 3];
    expect(lengthOf(list)).toEqual({ length: 3 });
    expect(lengthOf(list)).toBe(lengthOf(list));
    expect(lengthOf([1, 2, 3])).not.toBe(lengthOf(list));
    expect(asked).toHaveLength(2);
  });

  it("keeps that there is no value", () => {
    let calls = 0;
    const nothing = memoized((_: object) => {
      calls += 1;
      return undefined;
    });
    const key = {};
    expect([nothing(key), nothing(key)]).toEqual([undefined, undefined]);
    expect(calls).toBe(1);
  });
});
