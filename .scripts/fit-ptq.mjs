/** Fits `bitlaw-ptq` to the bundled measurements and writes its law file. Takes about three minutes. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundledModule } from "./bundled-module.mjs";
import { root } from "./root.mjs";

const lawPath = path.join(root, "server/data/laws/bitlaw-ptq.json");

const { bundledQuantization, fitPtq, ptqLawFile, ptqObservations } = await bundledModule(
  root,
  "server/science/measurements/bundledMeasurements.ts",
  "server/science/fit/ptq/fitPtq.ts",
  "server/science/fit/ptq/ptqLawFile.ts",
  "server/science/fit/ptq/ptqObservations.ts",
);

const observations = ptqObservations(bundledQuantization().measurements);
const { intervals, covariance, leftOut, ...head } = ptqLawFile(await fitPtq(observations), observations);
const written = JSON.parse(await readFile(lawPath, "utf8"));
for (const key of ["constants", "settings", "domain", "intervals", "covariance", "leftOut", "fit"])
  delete written[key];
const { notes, ...described } = written;
const file = {
  ...described,
  ...head,
  fit: { table: "server/data/measurements/ptq.csv", ...head.fit },
  notes,
  intervals,
  covariance,
  leftOut,
};
await writeFile(lawPath, `${compact(JSON.stringify(file, null, 2))}\n`);
console.log(JSON.stringify(head.fit));

/** Arrays of numbers on one line. */
function compact(json) {
  return json.replace(/\[\s+([^[\]{}"]*?)\s+\]/g, (_, body) => `[${body.replace(/\s*\n\s*/g, " ")}]`);
}
