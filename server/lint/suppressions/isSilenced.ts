import type { Analysis } from "../analyse.ts";
import type { Finding } from "../Finding.ts";

/** Whether of two analyses of one config the second silences the finding, and leaves everything else as it was. */
export function isSilenced(before: Analysis, after: Analysis, { rule }: Finding): boolean {
  if (after.failure !== undefined || after.assessments.length !== before.assessments.length) return false;
  const shown = ({ findings }: Analysis, name: string) => findings.filter((one) => one.rule === name).length;
  const all = ({ findings, suppressed }: Analysis) => findings.length + suppressed.length;
  return (
    shown(after, rule) < shown(before, rule) &&
    all(after) === all(before) &&
    after.findings.every((one) => shown(after, one.rule) <= shown(before, one.rule))
  );
}
