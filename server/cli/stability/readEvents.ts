import { eventScalars } from "../../science/stability/events/eventScalars.ts";
import { type TfRecord, TfRecordSplitter } from "../../science/stability/events/TfRecordSplitter.ts";
import { roleOf } from "../../science/stability/logs/columnRoles.ts";
import { noLosses } from "../../science/stability/logs/noLosses.ts";
import { RunCollector } from "../../science/stability/logs/RunCollector.ts";
import { bytePieces } from "./fileStream.ts";
import type { LogReader } from "./LogReading.ts";

/** Reads the scalars of TensorBoard's event files in one folder. Images, histograms and text in them are passed over. */
export const readEvents: LogReader = async (path, reading) => {
  const { problems } = reading;
  const runs = new RunCollector(path, problems);
  const tags = new Set<string>();
  let hasLoss = false;
  const take = (file: string, record: TfRecord) => {
    if (record.kind === "lost") {
      const message = () =>
        `The record at byte ${record.at} has a length with a wrong checksum: nothing behind it is read.`;
      problems.add("damaged record", file, undefined, message);
    } else if (record.kind === "damaged") {
      const message = () => `The record at byte ${record.at} has a wrong checksum: it is left out.`;
      problems.add("damaged record", file, undefined, message);
    } else if (record.kind === "record") {
      const { step, scalars } = eventScalars(record.data);
      for (const { tag, value } of scalars) {
        if (tags.size < 1000) tags.add(tag);
        const role = roleOf(tag);
        hasLoss ||= role === "loss";
        if (role !== undefined) runs.addScalar(role, step, value);
      }
    }
  };
  for (const file of [path, ...reading.more]) {
    const splitter = new TfRecordSplitter();
    for await (const piece of bytePieces(file, reading))
      for (const record of splitter.push(piece)) take(file, record);
    if (splitter.cutOff)
      problems.add("truncated", file, undefined, () => "The last record is cut off: it is left out.");
  }
  if (!hasLoss) {
    problems.add("no losses", path, undefined, () => noLosses([...tags]));
  }
  return runs.runs();
};
