import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../server/config/document/parseConfig.ts";
import { readScalar } from "../../../server/config/document/readScalar.ts";
import { mayBeConfig } from "../../../server/config/readConfig.ts";
import { at, covered, documentOf, scalarAt } from "./parsed.ts";

const readAs = (written: string) => {
  const { node } = at(documentOf(`a = ${written}\n`, "toml"), "a");
  return node.kind === "scalar" ? readScalar(node, "toml") : node.kind;
};

describe("a TOML text", () => {
  it("has tables, dotted keys, inline tables and arrays of tables as maps and lists", () => {
    const text = `top = 1
[a.b] # a table
k = "x"
"quoted key" = 'y'
dotted.deep = 2
inline = { one = 1, two = [3, 4] }
[[list]]
z = 5
[list.below]
y = 6
[[list]]
z = 7
`;
    const document = documentOf(text, "toml");
    expect(scalarAt(document, "top")).toEqual({ content: "1", covered: "1" });
    expect(scalarAt(document, "a.b.k")).toEqual({ content: "x", covered: '"x"' });
    expect(scalarAt(document, "a.b.quoted key")).toEqual({ content: "y", covered: "'y'" });
    expect(scalarAt(document, "a.b.dotted.deep").content).toBe("2");
    expect(scalarAt(document, "a.b.inline.two.1").content).toBe("4");
    expect(scalarAt(document, "list.0.below.y").content).toBe("6");
    expect(scalarAt(document, "list.1.z").content).toBe("7");
    expect(covered(document, at(document, "a.b").node.span)).toMatch(/^\[a\.b\] # a table\n.*\[3, 4\] \}$/s);
    const { entry } = at(document, "a.b.dotted.deep");
    expect(entry && covered(document, entry.keySpan)).toBe("deep");
  });

  it("adds to a table whose header follows those of its own tables", () => {
    const document = documentOf("[a.b]\nx = 1\n[a]\ny = 2\n", "toml");
    expect(scalarAt(document, "a.b.x").content).toBe("1");
    expect(scalarAt(document, "a.y").content).toBe("2");
  });

  it("keeps its offsets behind a byte order mark", () => {
    expect(scalarAt(documentOf("\uFEFFa = 12\n", "toml"), "a").covered).toBe("12");
  });

  it.each([
    ["1_000", { type: "integer", value: 1000 }],
    ["0x1F", { type: "integer", value: 31 }],
    ["1e-5", { type: "float", value: 1e-5 }],
    ["5e8", { type: "float", value: 5e8 }],
    ["-inf", { type: "float", value: -Infinity }],
    ["true", { type: "boolean", value: true }],
    ["2024-01-01", { type: "date", value: "2024-01-01" }],
    ['"1e-5"', { type: "string", value: "1e-5" }],
    ["'no'", { type: "string", value: "no" }],
    ['"""\nx"""', { type: "string", value: "x" }],
  ])("reads %s", (written, value) => {
    expect(readAs(written)).toEqual(value);
  });

  it("has comments only outside of its strings", () => {
    const text = `# bitlaw: world_size=8\na = "# bitlaw: tokens=1T" # bitlaw-disable-line\nb = """\n# bitlaw: tokens=2T\n"""\n`;
    const document = documentOf(text, "toml");
    expect(document.declarations.map((span) => covered(document, span))).toEqual(["# bitlaw: world_size=8"]);
    expect(document.directives.map((span) => covered(document, span))).toEqual(["# bitlaw-disable-line"]);
  });

  it.each([
    ["a key twice", "a = 1\na = 2\n", 6],
    ["a table twice", "[a]\nb = 1\n[a]\n", 11],
    ["no value", "a = \n", 4],
    ["an inline table on two lines", "a = {\nb = 1 }\n", 5],
  ])("with %s is not read, and says where", (_, text, start) => {
    const parsed = parseConfig(text, "toml");
    expect(parsed.ok ? undefined : parsed.failure.span.start).toBe(start);
  });

  it("that nests without end is refused", () => {
    const parsed = parseConfig(`a = ${"[".repeat(100_000)}${"]".repeat(100_000)}`, "toml");
    expect(parsed.ok ? "" : parsed.failure.message).toBe("Values are nested more than 100 levels deep.");
  });

  it("without a characteristic key is not parsed", () => {
    expect(mayBeConfig('[package]\nname = "x"\nedition = "2021"\n', "toml")).toBe(false);
  });
});
