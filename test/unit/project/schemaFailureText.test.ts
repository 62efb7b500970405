import { describe, expect, it } from "vitest";
import { schemaFailureText } from "../../../server/lint/project/schemaFailureText.ts";

const LAW = { whole: "The law file" };

describe("A schema failure in words", () => {
  it.each([
    ["/fit", "required", { missingProperty: "rows" }, "`fit` lacks `rows`: add it."],
    ["/year", "minimum", { limit: 1900 }, "`year` must be at least 1900."],
    ["/share", "maximum", { limit: 1 }, "`share` must be at most 1."],
    ["/domain/D", "minItems", { limit: 2 }, "`domain.D` must have at least 2 items."],
    ["/use", "minItems", { limit: 1 }, "`use` must name at least one."],
    ["/a~1b/c~0d", "type", { type: "number" }, "`a/b.c~d` must be of the type number."],
    ["", "type", { type: "object" }, "The law file must be of the type object."],
  ])("at %j of %s says what to do", (instancePath, keyword, params, sentence) => {
    expect(schemaFailureText({ instancePath, keyword, params }, LAW)).toBe(sentence);
  });

  it("names a type in the words of the file", () => {
    const failure = { instancePath: "/rules", keyword: "type", params: { type: "object" } };
    const words = { whole: "The project file", types: { object: "a map" } };
    expect(schemaFailureText(failure, words)).toBe("`rules` must be a map.");
  });

  it("says what ajv says where there are no words for it", () => {
    const failure = { instancePath: "/n", keyword: "multipleOf", params: {}, message: "must be even" };
    expect(schemaFailureText(failure, LAW)).toBe("`n` must be even.");
  });
});
