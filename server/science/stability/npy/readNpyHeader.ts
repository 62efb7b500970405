/** The header of an .npy file. */
export interface NpyHeader {
  /** NumPy's name of the element type, such as `<f4`. */
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the elements begin, in bytes. */
  readonly offset: number;
}

/** Bytes that are enough to know how long the header is. */
export const NPY_PREFIX = 12;

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** A longer header is no header of a plain array. */
const LONGEST = 1 << 20;

/** Where the header begins and how long it is, from the first 12 bytes. Versions 1, 2 and 3 of NumPy's format (NEP 1). */
export function npyHeaderExtent(
  bytes: Uint8Array,
): { readonly start: number; readonly length: number } | { readonly problem: string } {
  if (bytes.length < NPY_PREFIX || MAGIC.some((byte, i) => bytes[i] !== byte))
    return { problem: "this is no .npy file: save one array with numpy.save" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint8(6);
  if (version < 1 || version > 3)
    return { problem: `this is version ${version}.${view.getUint8(7)} of .npy; known are 1, 2 and 3` };
  const start = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  return length > LONGEST
    ? { problem: `the header is ${length} bytes long, which no plain array needs` }
    : { start, length };
}

/** Reads the text of the header, a Python dictionary with `descr`, `fortran_order` and `shape`; `offset` is where it ends. */
export function readNpyHeader(text: string, offset: number): NpyHeader | { readonly problem: string } {
  const descr = /['"]descr['"]\s*:\s*['"]([^'"]*)['"]/.exec(text)?.[1];
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /['"]shape['"]\s*:\s*\(([\d\s,]*)\)/.exec(text)?.[1];
  if (/['"]descr['"]\s*:\s*\[/.test(text))
    return { problem: "the array has named fields; expected plain numbers" };
  if (descr === undefined || order === undefined || shape === undefined)
    return { problem: "the header is damaged: expected `descr`, `fortran_order` and `shape`" };
  const sizes = shape.split(",").flatMap((size) => (size.trim() === "" ? [] : [Number(size)]));
  return { descr, fortranOrder: order === "True", shape: sizes, offset };
}
