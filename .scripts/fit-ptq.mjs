/** Fits `bitlaw-ptq` to the bundled measurements and writes its law file. Takes about two minutes. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const lawPath = path.join(root, "server/data/laws/bitlaw-ptq.json");

const bundle = await build({
  absWorkingDir: root,
  stdin: {
    contents: `
      export { bundledQuantization } from "../server/science/measurements/bundledMeasurements.ts";
      export { fitPtq } from "../server/science/fit/ptq/fitPtq.ts";
      export { ptqLawFile } from "../server/science/fit/ptq/ptqLawFile.ts";
      export { ptqObservations } from "../server/science/fit/ptq/ptqObservations.ts";`,
    resolveDir: root,
  },
  bundle: true,
  format: "esm",
  platform: "browser",
  loader: { ".csv": "text" },
  write: false,
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
const { bundledQuantization, fitPtq, ptqLawFile, ptqObservations } = await import(
  `data:text/javascript;base64,${code}`
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
