import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Workplace } from "./runBitlaw.ts";

const page = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), "utf8");

/** Commands that have a page of their own, which docs/cli.md leads to. */
const OWN_PAGES: Readonly<Record<string, string>> = {
  backtest: "measurements",
  fit: "fit",
  laws: "laws",
  probe: "probe",
  stability: "stability",
  sharpness: "stability",
};

const place = new Workplace();
const help = (...args: readonly string[]) => place.run(...args, "--help").out;
const commands = Array.from(help().matchAll(/^ {2}([a-z]+) /gm), ([, name = ""]) => name).filter(
  (name) => name !== "help",
);

it("the page has a row for every command", () => {
  expect(commands).toContain("check");
  const rows = Array.from(page("cli").matchAll(/^\| \[`([a-z]+)`\]/gm), ([, name = ""]) => name);
  expect(rows.toSorted()).toEqual(commands.toSorted());
});

it.each(commands)("the options of %s are described", (command) => {
  const own = OWN_PAGES[command];
  const text = page("cli") + (own === undefined ? "" : page(own));
  if (own !== undefined) expect(page("cli")).toContain(`(${own}.md)`);
  const options = Array.from(help(command).matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm), ([, name = ""]) => name);
  expect(options).toContain("--help");
  expect(options.filter((option) => !new RegExp(`${option}(?![\\w-])`).test(text))).toEqual([]);
});

it("the page of formats has a section for each format of check, in the order of its help", () => {
  const [, list = ""] = /^Formats:\n((?: {2}.+\n)+)/m.exec(help("check")) ?? [];
  const formats = Array.from(list.matchAll(/^ {2}([a-z]+) +\S/gm), ([, name = ""]) => name);
  expect(formats).toContain("sarif");
  const sections = Array.from(page("output-formats").matchAll(/^## (\w+)$/gm), ([, name = ""]) => name);
  expect(sections).toEqual(formats);
});
