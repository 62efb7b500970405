import { formatQuantity } from "../../config/run/quantity.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { PublishedRun } from "../../science/measurements/nearestRuns.ts";
import { percent, signedNats } from "./numbers.ts";

/** "12B, 10T tokens, NVFP4, 16 % of the layers in BF16: about +1.5 % against FP8 (NVIDIA 2025)". */
export function publishedRunText(run: PublishedRun): string {
  return `${publishedRunSetup(run)}: ${publishedGapText(run)} (${publishedRunSource(run)})`;
}

/** What was run: "16B, of which 1.4B for a token, 20T tokens, FP8 E4M3, block 128". */
function publishedRunSetup(run: PublishedRun): string {
  const { parameters, activeParameters, tokens, wideShare, recipe, isBackwardNarrow } = run;
  const active =
    activeParameters === undefined ? "" : `, of which ${formatQuantity(activeParameters)} for a token`;
  return [
    `${formatQuantity(parameters)}${active}`,
    tokens === undefined ? "tokens not stated" : `${formatQuantity(tokens)} tokens`,
    formatsText(run),
    ...(isBackwardNarrow ? [] : ["backward pass in 16 bits"]),
    ...(wideShare ? [`${percent(wideShare)} of the layers in BF16`] : []),
    ...(recipe?.includes("16-bit-end") ? ["last phase in 16 bits"] : []),
  ].join(", ");
}

function formatsText({ format, activations }: PublishedRun): string {
  return format.name === activations.name
    ? format.label
    : `weights in ${format.label}, activations in ${activations.label}`;
}

/**
 * What it lost: "+0.048 nats against 16 bits", "about +1.5 % against FP8", "less than 0.25 % against 16 bits". A percentage
 * is one of the reference's loss.
 */
function publishedGapText({ gapNats, boundNats, percentOf, isApproximate, reference }: PublishedRun): string {
  const against = reference === undefined ? "16 bits" : widthText(reference);
  const size = (nats: number) =>
    percentOf === undefined ? `${signedNats(nats)} nats` : shareOfLoss(nats / percentOf.loss);
  const gap =
    gapNats === undefined
      ? `less than ${size(boundNats ?? 0).replace("+", "")}`
      : `${isApproximate ? "about " : ""}${size(gapNats)}`;
  return `${gap} against ${against}`;
}

/** "+1.5 %", "−0.06 %", "0 %": two significant digits. */
function shareOfLoss(share: number): string {
  const value = Number((share * 100).toPrecision(2));
  if (value === 0) return "0 %";
  return `${value < 0 ? "−" : "+"}${Math.abs(value)} %`;
}

/** The width alone where all floats of it are one to a reader: "FP8". */
function widthText({ kind, bits, scaling, label, name }: NumberFormat): string {
  return kind === "float" && !name.startsWith("mx") && scaling?.granularity !== undefined
    ? `FP${bits}`
    : label;
}

/** Who published it and when, from the citation: "NVIDIA 2025". */
function publishedRunSource({ citation }: PublishedRun): string {
  return citation.split(",")[0] ?? citation;
}
