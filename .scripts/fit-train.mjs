/**
 * Fits `bitlaw-train` to the bundled measurements, writes its law file and prints how it does on labs that were left out.
 * Takes a few seconds.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundledModule } from "./bundled-module.mjs";
import { root } from "./root.mjs";

const lawPath = path.join(root, "server/data/laws/bitlaw-train.json");

const {
  bundledTraining,
  chen,
  comparisonTable,
  judgementsOf,
  scoreOf,
  slopesOf,
  train,
  trainLawFile,
  trainObservations,
  trainTable,
} = await bundledModule(
  root,
  "server/science/measurements/bundledMeasurements.ts",
  "server/science/fit/train/trainLawFile.ts",
  "server/science/fit/train/trainObservations.ts",
  "server/science/laws/train/train.ts",
  "server/science/laws/chen.ts",
  ".scripts/trainScores.ts",
  ".scripts/trainTable.ts",
);

const { observations, leftOut: notUsed } = trainObservations(bundledTraining().measurements);
const { constants, domain, fit, intervals, covariance, leftOut } = trainLawFile(observations);
const { notes, ...written } = JSON.parse(await readFile(lawPath, "utf8"));
const file = {
  ...written,
  constants,
  domain,
  fit: { table: "server/data/measurements/training.csv", ...fit },
  notes,
  intervals,
  covariance,
  leftOut,
};
await writeFile(lawPath, `${compact(JSON.stringify(file, null, 2))}\n`);
const law = train(file);
const chen2025 = chen(JSON.parse(await readFile(path.join(root, "server/data/laws/chen-2025.json"), "utf8")));
const judgements = judgementsOf(law, observations);
console.log(
  JSON.stringify({ fit, notUsed, score: scoreOf(judgements), slopes: slopesOf(judgements) }, null, 2),
);
console.log(
  [...trainTable(law, observations), "", ...comparisonTable(law, chen2025, observations)].join("\n"),
);

/** Arrays of numbers on one line. */
function compact(json) {
  return json.replace(/\[\s+([^[\]{}"]*?)\s+\]/g, (_, body) => `[${body.replace(/\s*\n\s*/g, " ")}]`);
}
