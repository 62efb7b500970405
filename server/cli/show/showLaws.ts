import { lawReports, lawsText, lawText } from "../../lint/report/laws/lawText.ts";
import { unknownName } from "../../lint/wording/unknownName.ts";
import { readCurrentLaws } from "../disk/readCurrentLaws.ts";
import { type Output, writeJson } from "../terminal/Output.ts";

/**
 * `bitlaw laws`: all laws that hold in the current folder, or one of them in full. Exit code 2 for an unknown name and
 * for a law file that cannot be used, else 0.
 */
export async function showLaws(
  name: string | undefined,
  format: "text" | "json",
  output: Output,
): Promise<number> {
  const { laws, known, unusable } = await readCurrentLaws(output);
  const shown = name === undefined ? laws : known.filter(({ file }) => file.name === name);
  const [only] = shown;
  if (name !== undefined && only === undefined) {
    output.error(
      `${unknownName(
        "law",
        name,
        known.map(({ file }) => file.name),
      )}\n`,
    );
    return 2;
  }
  if (format === "json") writeJson(lawReports(shown), output);
  else output.out(name !== undefined && only ? lawText(only, output.style) : lawsText(shown, output.style));
  return unusable ? 2 : 0;
}
