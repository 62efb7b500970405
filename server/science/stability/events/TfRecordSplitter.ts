import { maskedCrc32c } from "./crc32c.ts";

/** A record of the file, or damaged bytes in its place. `at` is the first byte. */
export type TfRecord =
  | { readonly kind: "record"; readonly data: Uint8Array }
  /** Its checksum does not fit: it is passed over. */
  | { readonly kind: "damaged"; readonly at: number }
  /** Larger than a scalar is: it is passed over without being held. */
  | { readonly kind: "large"; readonly at: number; readonly bytes: number }
  /** The length has a wrong checksum, so the records behind it cannot be found: nothing more comes. */
  | { readonly kind: "lost"; readonly at: number };

/** Length (8 bytes) and its checksum (4) stand before the data, the checksum of the data (4) behind it. */
const HEAD = 12;
const FOOT = 4;

/** Scalars are some hundred bytes long; images and graphs are not read. */
const LARGEST = 1 << 16;

/**
 * Cuts a stream of bytes into the records of a TFRecord file: length, its masked CRC-32C, data, its masked CRC-32C, all
 * little-endian. At most one record is held.
 */
export class TfRecordSplitter {
  #rest: Uint8Array = new Uint8Array(0);
  /** Where `rest` begins in the file. */
  #at = 0;
  /** Bytes of a large record that are still to come. */
  #skip = 0;
  #lost = false;

  *push(piece: Uint8Array): Generator<TfRecord> {
    if (this.#lost) return;
    this.#append(piece);
    for (;;) {
      this.#passOver();
      if (this.#skip > 0 || this.#rest.length < HEAD) return;
      const view = new DataView(this.#rest.buffer, this.#rest.byteOffset, this.#rest.byteLength);
      if (maskedCrc32c(this.#rest.subarray(0, 8)) !== view.getUint32(8, true)) {
        this.#lost = true;
        yield { kind: "lost", at: this.#at };
        return;
      }
      const bytes = Number(view.getBigUint64(0, true));
      if (bytes > LARGEST) {
        yield { kind: "large", at: this.#at, bytes };
        this.#skip = HEAD + bytes + FOOT;
        continue;
      }
      if (this.#rest.length < HEAD + bytes + FOOT) return;
      const data = this.#rest.slice(HEAD, HEAD + bytes);
      const fits = maskedCrc32c(data) === view.getUint32(HEAD + bytes, true);
      yield fits ? { kind: "record", data } : { kind: "damaged", at: this.#at };
      this.#skip = HEAD + bytes + FOOT;
    }
  }

  /** Whether the file ends inside of a record. */
  get cutOff(): boolean {
    return !this.#lost && (this.#rest.length > 0 || this.#skip > 0);
  }

  #append(piece: Uint8Array): void {
    const joined = new Uint8Array(this.#rest.length + piece.length);
    joined.set(this.#rest);
    joined.set(piece, this.#rest.length);
    this.#rest = joined;
  }

  #passOver(): void {
    const count = Math.min(this.#skip, this.#rest.length);
    this.#skip -= count;
    this.#at += count;
    this.#rest = this.#rest.subarray(count);
  }
}
