import { formatInteger, formatQuantity } from "../../config/run/quantity.ts";
import type { Quantiles } from "../../science/decision/breakEven.ts";
import type { FormatTime, RunTimes } from "../assessment/runTimes.ts";

/** "Time on 64 × H100, by what 12 published runs in BF16 reach on Hopper". */
export function timeTitle({ hardware, worldSize, formats }: RunTimes): string {
  const machines = worldSize === undefined ? "" : `${formatInteger(worldSize)} × `;
  const runs = formats[0]?.time.runs ?? 0;
  return `Time on ${machines}${hardware.label}, by what ${runs} published runs in BF16 reach on ${hardware.generation}`;
}

/** A row for each format: its name, accelerator-days, days where the number of accelerators is known, and "this run". */
export function timeRows({ hardware, formats }: RunTimes): readonly (readonly string[])[] {
  return formats.map((one) => timeRow(one, hardware.label));
}

function timeRow({ format, isOwn, time }: FormatTime, accelerator: string): readonly string[] {
  const { acceleratorDays, days } = time;
  return [
    format.label,
    `${daysText(acceleratorDays)} ${accelerator}-days`,
    days ? `${daysText(days)} days` : "",
    isOwn ? "this run" : "",
  ];
}

/** "920 (900 to 1.8k)": two significant digits, since published runs spread by more. */
export function daysText({ low, mid, high }: Quantiles): string {
  return `${rounded(mid)} (${rounded(low)} to ${rounded(high)})`;
}

function rounded(value: number): string {
  const digits = Number(value.toPrecision(2));
  return digits < 1 ? String(digits) : formatQuantity(digits);
}
