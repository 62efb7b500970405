import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";

describe("every dialect", () => {
  it.each(DIALECTS.map(({ id }) => id))("%s has a full, a partial and a broken fixture", (id) => {
    const names = readdirSync(new URL(`../../fixtures/${id}/`, import.meta.url)).map(
      (name) => name.split(".")[0],
    );
    for (const kind of ["full", "partial", "broken"]) expect(names).toContain(kind);
  });
});
