/** How to read the elements of an array. */
export interface NpyElements {
  /** As people call the type. */
  readonly name: string;
  readonly bytes: number;
  read(view: DataView, at: number, littleEndian: boolean): number;
}

/** The types of logits, by NumPy's name without the byte order. */
const LOGITS: Readonly<Record<string, NpyElements>> = {
  f4: { name: "float32", bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { name: "float64", bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
  f2: { name: "float16", bytes: 2, read: (view, at, little) => float16(view.getUint16(at, little)) },
  u2: {
    name: "uint16 read as bfloat16",
    bytes: 2,
    read: (view, at, little) => bfloat16(view.getUint16(at, little)),
  },
};

const TARGETS: Readonly<Record<string, NpyElements>> = {
  i4: { name: "int32", bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  i8: { name: "int64", bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
};

export const LOGIT_TYPES = "float32, float16, float64, or uint16 that holds bfloat16";
export const TARGET_TYPES = "int32 or int64";

/** How to read logits of that `descr`; undefined for types that logits do not have. */
export function logitElements(descr: string): NpyElements | undefined {
  return LOGITS[descr.slice(1)];
}

/** How to read targets of that `descr`; undefined for types that targets do not have. */
export function targetElements(descr: string): NpyElements | undefined {
  return TARGETS[descr.slice(1)];
}

/** Whether the bytes of an element are stored with the lowest first. Machines that write .npy files natively do so. */
export function isLittleEndian(descr: string): boolean {
  return !descr.startsWith(">");
}

const PLACE = new DataView(new ArrayBuffer(4));

/** The upper half of a float32. */
function bfloat16(bits: number): number {
  PLACE.setUint32(0, bits * 0x10000);
  return PLACE.getFloat32(0);
}

/** IEEE 754 binary16: one sign bit, five of the exponent with bias 15, ten of the mantissa. */
function float16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const mantissa = bits & 0x3ff;
  if (exponent === 0x1f) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * mantissa * 2 ** -24 : sign * (1024 + mantissa) * 2 ** (exponent - 25);
}
