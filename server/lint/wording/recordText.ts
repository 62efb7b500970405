import type { DescribedRecord } from "../../science/backtest/recordFor.ts";
import { percent, times } from "./numbers.ts";

/** "within 2× for 74 % of 50 published 4-bit GPTQ results with groups", and how far off where it disagrees with them. */
export function recordText(record: DescribedRecord): string {
  const { within2, phrase } = record;
  const disagreement = disagreementText(record);
  const share =
    within2 === null ? `held against ${phrase}` : `within 2× for ${percent(within2)} of ${phrase}`;
  return disagreement === undefined ? share : `${share}: ${disagreement}`;
}

/** "they lost 7.2× what it predicts"; undefined where the law does not disagree with the measurements. */
function disagreementText({ disagrees, medianRatio }: DescribedRecord): string | undefined {
  if (disagrees !== true) return undefined;
  if (medianRatio === null || !(medianRatio > 0)) return "they are not what it predicts";
  return medianRatio < 1
    ? `they typically lost ${times(1 / medianRatio)} what it predicts`
    : `it typically predicts ${times(medianRatio)} what they lost`;
}

/** "held against 32 published runs with MXFP4 W+A, they typically lost 7.8× what it predicts"; undefined where the law does not disagree. */
export function disagreementNote(record: DescribedRecord | undefined): string | undefined {
  const disagreement = record && disagreementText(record);
  return disagreement && `held against ${record.phrase}, ${disagreement}`;
}

/**
 * Whether published runs disagree with a law because it predicts too much, divergence included, so that what another
 * format would save is not there. One that predicts too little is right all the more about what saves.
 */
export function overstates(record: DescribedRecord | undefined): boolean {
  if (record?.disagrees !== true) return false;
  return record.medianRatio === null || !(record.medianRatio > 0 && record.medianRatio < 1);
}
