import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../../science/formats/sixteenBit.ts";
import type { Workspace, WorkspaceFile } from "../companions/Workspace.ts";
import type { TrainingConfig } from "../TrainingConfig.ts";
import { parseStabilityReport } from "./parseStabilityReport.ts";
import type { StabilityEvidence } from "./StabilityEvidence.ts";

/** Where `bitlaw stability --save` puts its reports, below the workspace's root. */
export const STABILITY_FOLDER = ".bitlaw/stability";

/** More reports are not looked at; the last ones by name count. */
const MOST_REPORTS = 50;

const reports = new WeakMap<WorkspaceFile, readonly StabilityEvidence[]>();

/**
 * What the workspace's stability reports say about the formats of a run. Only asked for pre-training in reduced precision.
 */
export function readStability({ run }: TrainingConfig, workspace: Workspace): readonly StabilityEvidence[] {
  const { weights, activations, stage } = run.facts;
  const reduced = [weights, activations].flatMap((fact) =>
    fact && !isSixteenBitOrWider(fact.value) ? [fact.value] : [],
  );
  if (reduced.length === 0 || stage?.value !== "pretrain") return [];
  const names = (workspace.list(STABILITY_FOLDER) ?? []).filter((name) => /\.json$/i.test(name));
  return [...names]
    .sort()
    .slice(-MOST_REPORTS)
    .flatMap((name) => {
      const answer = workspace.read(`${STABILITY_FOLDER}/${name}`);
      return answer?.kind === "file" ? evidenceIn(answer.file) : [];
    })
    .filter(({ format }) => reduced.some((own) => isSameFormat(own, format)));
}

function evidenceIn(file: WorkspaceFile): readonly StabilityEvidence[] {
  const known = reports.get(file);
  if (known) return known;
  const evidence = parseStabilityReport(file.path, file.text);
  reports.set(file, evidence);
  return evidence;
}

/** Whether a report's format is one of the run's; a scaling that either leaves open agrees with all. */
export function isSameFormat(own: NumberFormat, reported: NumberFormat): boolean {
  if (own.name === reported.name) return true;
  const isOpen = own.scaling === undefined || reported.scaling === undefined;
  return isOpen && elementOf(own) === elementOf(reported);
}

function elementOf({ kind, bits, exponent, mantissa }: NumberFormat): string {
  return [kind, bits, exponent, mantissa].join();
}
