import { type FileHandle, open } from "node:fs/promises";
import { isLittleEndian, type NpyElements } from "../../science/stability/npy/npyElements.ts";
import {
  NPY_PREFIX,
  type NpyHeader,
  npyHeaderExtent,
  readNpyHeader,
} from "../../science/stability/npy/readNpyHeader.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";

/** An open array on disk, read in pieces. The caller closes it. */
export interface NpyFile {
  readonly file: FileHandle;
  readonly shape: readonly number[];
  readonly elements: NpyElements;
  /** Reads `count` elements from the one at `first` into the beginning of `into`. */
  read(first: number, count: number, into: Float64Array): Promise<void>;
}

export interface NpyExpectation {
  /** The element types by NumPy's name, and all of them for people. */
  elementsOf(descr: string): NpyElements | undefined;
  readonly types: string;
  /** `[batch, vocabulary]`: a name for each dimension. */
  readonly dimensions: readonly string[];
}

/** Opens an .npy file, or says in one line what was found in it and what is expected. */
export async function openNpy(
  path: string,
  expected: NpyExpectation,
): Promise<NpyFile | { readonly problem: string }> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    return { problem: `${path}: ${whyNotRead(error)}` };
  }
  const opened = await openedArray(file, expected).catch((error) => ({ problem: whyNotRead(error) }));
  if (!("problem" in opened)) return opened;
  await file.close();
  return { problem: `${path}: ${opened.problem}` };
}

async function openedArray(
  file: FileHandle,
  expected: NpyExpectation,
): Promise<NpyFile | { readonly problem: string }> {
  const header = await headerOf(file);
  if ("problem" in header) return header;
  const { descr, shape, fortranOrder, offset } = header;
  const elements = expected.elementsOf(descr);
  if (elements === undefined)
    return { problem: `found elements of type \`${descr}\`, expected ${expected.types}` };
  if (shape.length !== expected.dimensions.length || shape.some((size) => size === 0))
    return { problem: `found the shape [${shape.join(", ")}], expected [${expected.dimensions.join(", ")}]` };
  if (fortranOrder && shape.length > 1)
    return { problem: "found Fortran order, expected C order: save numpy.ascontiguousarray(array)" };
  const { size } = await file.stat();
  const needed = offset + elements.bytes * shape.reduce((product, one) => product * one, 1);
  if (size !== needed)
    return {
      problem: `found ${size} bytes, expected ${needed} for the shape [${shape.join(", ")}]: the file is cut off or damaged`,
    };
  return { file, shape, elements, read: reader(file, header, elements) };
}

async function headerOf(file: FileHandle): Promise<NpyHeader | { readonly problem: string }> {
  const prefix = new Uint8Array(NPY_PREFIX);
  const { bytesRead } = await file.read(prefix, 0, NPY_PREFIX, 0);
  const extent = npyHeaderExtent(prefix.subarray(0, bytesRead));
  if ("problem" in extent) return extent;
  const { start, length } = extent;
  const bytes = new Uint8Array(length);
  const { bytesRead: found } = await file.read(bytes, 0, length, start);
  return readNpyHeader(new TextDecoder().decode(bytes.subarray(0, found)), start + length);
}

function reader(
  file: FileHandle,
  { descr, offset }: NpyHeader,
  { bytes, read }: NpyElements,
): NpyFile["read"] {
  const little = isLittleEndian(descr);
  let buffer = new Uint8Array(0);
  return async (first, count, into) => {
    const length = bytes * count;
    if (buffer.length < length) buffer = new Uint8Array(length);
    for (let at = 0; at < length; ) {
      const { bytesRead } = await file.read(buffer, at, length - at, offset + bytes * first + at);
      if (bytesRead === 0) throw new Error("the file became shorter while it was read");
      at += bytesRead;
    }
    const view = new DataView(buffer.buffer);
    for (let i = 0; i < count; i++) into[i] = read(view, bytes * i, little);
  };
}
