/** One field of a protobuf message: a number for varint and fixed fields, its bytes for the others. */
export interface ProtobufField {
  readonly number: number;
  readonly wire: number;
  /** A varint, as far as it is a safe integer; 0 for other types. */
  readonly varint: number;
  /** The bytes of fixed and length-delimited fields; empty for varints. */
  readonly bytes: Uint8Array;
}

/** Wire types of the protobuf encoding. */
export const FIXED64 = 1;
export const LENGTH = 2;
export const FIXED32 = 5;

/** The fields of a message in their order. Ends before the first that is damaged. */
export function* protobufFields(message: Uint8Array): Generator<ProtobufField> {
  let at = 0;
  const none = new Uint8Array(0);
  const varint = (): bigint | undefined => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at];
      if (byte === undefined) return undefined;
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return undefined;
  };
  while (at < message.length) {
    const key = varint();
    if (key === undefined) return;
    const number = Number(key >> 3n);
    const wire = Number(key & 7n);
    if (wire === 0) {
      const value = varint();
      if (value === undefined) return;
      yield { number, wire, varint: Number(BigInt.asIntN(64, value)), bytes: none };
      continue;
    }
    const length =
      wire === FIXED64 ? 8 : wire === FIXED32 ? 4 : wire === LENGTH ? Number(varint() ?? -1n) : -1;
    if (length < 0 || at + length > message.length) return;
    yield { number, wire, varint: 0, bytes: message.subarray(at, at + length) };
    at += length;
  }
}
