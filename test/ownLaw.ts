import sun from "../server/data/laws/sun-2025.json" with { type: "json" };

/** The text of a law file of a project: Sun's form under its own name, its precision term ten times as large. */
export function ownLaw(changes: Readonly<Record<string, unknown>> = {}): string {
  const constants = { ...sun.constants, gamma: sun.constants.gamma / 10 };
  return JSON.stringify({ ...sun, name: "own-fit", trust: "own", constants, ...changes }, null, 2);
}
