import type { StabilityJudgement } from "../../../science/stability/judgeStability.ts";
import type { LogProblem } from "../../../science/stability/logs/LogProblems.ts";

/** The contents of a report on stability. */
export interface StabilityReport {
  readonly judgement: StabilityJudgement;
  /** Where facts about runs come from, and which runs have no log. */
  readonly notes: readonly string[];
  /** What was wrong in the logs. */
  readonly problems: readonly LogProblem[];
}
