import { protobufFields } from "./protobufFields.ts";

/** The values in a record of an event file. */
export interface EventScalars {
  readonly step: number;
  readonly scalars: readonly { readonly tag: string; readonly value: number }[];
  /** Values that are no scalar: images, histograms, text. */
  readonly others: number;
}

/** Element types of TensorProto, by their number in types.proto. */
const FLOAT = 1;
const DOUBLE = 2;

/**
 * The scalars of an `Event` (tensorflow/core/util/event.proto: step 2, summary 5; summary.proto: value 1 with tag 1,
 * simple_value 2, tensor 8). TensorBoard's own writer keeps a scalar as a tensor of one element.
 */
export function eventScalars(record: Uint8Array): EventScalars {
  let step = 0;
  let others = 0;
  const scalars: { tag: string; value: number }[] = [];
  for (const field of protobufFields(record)) {
    if (field.number === 2) step = field.varint;
    if (field.number !== 5) continue;
    for (const { number, bytes } of protobufFields(field.bytes)) {
      if (number !== 1) continue;
      const scalar = scalarOf(bytes);
      if (scalar === undefined) others += 1;
      else scalars.push(scalar);
    }
  }
  return { step, scalars, others };
}

function scalarOf(message: Uint8Array): { readonly tag: string; readonly value: number } | undefined {
  let tag = "";
  let value: number | undefined;
  for (const { number, bytes } of protobufFields(message)) {
    if (number === 1) tag = new TextDecoder().decode(bytes);
    else if (number === 2 && bytes.length === 4) value = viewOf(bytes).getFloat32(0, true);
    else if (number === 8) value ??= tensorScalar(bytes);
  }
  return value === undefined ? undefined : { tag, value };
}

/** tensor.proto: dtype 1, tensor_content 4, float_val 5, double_val 6; the last two packed or one by one. */
function tensorScalar(tensor: Uint8Array): number | undefined {
  let type = 0;
  let content: Uint8Array | undefined;
  for (const { number, varint, bytes } of protobufFields(tensor)) {
    if (number === 1) type = varint;
    else if (number === 4 || number === 5 || number === 6) content = bytes;
  }
  if (type === FLOAT && content?.length === 4) return viewOf(content).getFloat32(0, true);
  if (type === DOUBLE && content?.length === 8) return viewOf(content).getFloat64(0, true);
  return undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
