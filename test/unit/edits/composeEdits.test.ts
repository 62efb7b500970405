import { expect, it } from "vitest";
import { composeEdits } from "../../../server/lint/edits/composeEdits.ts";
import { applyEdits, type TextEdit } from "../../../server/lint/edits/TextEdit.ts";
import { Chance, randomFrom } from "./randomConfig.ts";

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

it("Edits that do not meet stay apart, in places of the first text", () => {
  // abcdef → aXXXcdef → aXXXcdY
  expect(composeEdits("abcdef", [[edit(1, 2, "QQQ")], [edit(6, 8, "Y")]])).toEqual([
    edit(1, 2, "QQQ"),
    edit(4, 6, "Y"),
  ]);
});

it("An edit inside what another wrote becomes one with it", () => {
  // abcdef → aXXXcdef → aXYXcdef
  expect(composeEdits("abcdef", [[edit(1, 2, "QQQ")], [edit(2, 3, "Y")]])).toEqual([edit(1, 2, "QYQ")]);
});

it("An edit over several takes them in with what lies between them", () => {
  // abcdef → XbcdY → Z
  expect(composeEdits("abcdef", [[edit(0, 1, "X"), edit(4, 6, "Y")], [edit(0, 5, "Z")]])).toEqual([
    edit(0, 6, "Z"),
  ]);
});

it("What is undone is no edit", () => {
  expect(composeEdits("abc", [[edit(1, 2, "X")], [edit(1, 2, "b")]])).toEqual([]);
});

it("Random rounds of edits at once give what they give one after the other, and do not meet", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const chance = new Chance(randomFrom(seed));
    const text = "abcdefghijklmnopqrst";
    let current = text;
    const rounds: TextEdit[][] = [];
    for (let round = 0; round < 5; round++) {
      const edits: TextEdit[] = [];
      let at = 0;
      while (at <= current.length && edits.length < 3) {
        const start = at + chance.of([0, 1, 4, 9]);
        const end = start + chance.of([0, 1, 3]);
        if (end > current.length) break;
        edits.push(edit(start, end, chance.of(["", "1", "234"])));
        at = end + 1;
      }
      rounds.push(edits);
      current = applyEdits(current, edits);
    }
    const composed = composeEdits(text, rounds);
    expect(applyEdits(text, composed), `seed ${seed}`).toBe(current);
    for (const [i, { span }] of composed.entries())
      expect(span.end).toBeLessThan(composed[i + 1]?.span.start ?? Number.POSITIVE_INFINITY);
  }
});
