/** A fingerprint as bytes, to be stored or sent: at most 2,048 of them. */
import {
  FINGERPRINT_VERSION,
  type Fingerprint,
  type FingerprintName,
} from './fingerprint';

const NO_DAY = -0x80000000;
const LANG_UNITS = 3;
/** Beside six bits of rarity. */
const FLAG_BITS = 2;
/**
 * A label of ASCII and units of one other block of 128 takes a byte a unit; its
 * block stands before it, or {@link WIDE} where units take two bytes.
 */
const BLOCK_BITS = 7;
const [ASCII, WIDE] = [0, 0xff];

export function packFingerprint(fingerprint: Fingerprint): Uint8Array<ArrayBuffer> {
  const { sketch, terms } = fingerprint;
  const out = createWriter();
  out.byte(FINGERPRINT_VERSION);
  out.text(fingerprint.lang.slice(0, LANG_UNITS));
  out.word(fingerprint.words);
  out.byte(fingerprint.partial ? 1 : 0);
  out.word(fingerprint.textHash);
  out.word(fingerprint.titleHash);
  out.word((fingerprint.published ?? NO_DAY) >>> 0);
  out.word(sketch.shingles);
  out.hashes(sketch.hashes);
  out.hashes(terms.hashes);
  for (const byte of terms.weights) out.byte(byte);
  for (const [at, flags] of terms.flags.entries()) {
    out.byte(((terms.rarities[at] ?? 0) << FLAG_BITS) | flags);
  }
  out.word(terms.norm);
  out.byte(terms.labels.length);
  for (const label of terms.labels) out.text(label);
  out.byte(fingerprint.names.length);
  for (const { hash, kind, weight, label } of fingerprint.names) {
    out.word(hash);
    out.byte(kind === 'actor' ? 1 : 0);
    out.byte(weight);
    out.text(label);
  }
  out.byte(fingerprint.figures.length);
  for (const { hash, label } of fingerprint.figures) {
    out.word(hash);
    out.text(label);
  }
  out.byte(fingerprint.dates.length);
  for (const { from, to } of fingerprint.dates) {
    out.word(from >>> 0);
    out.short(to - from);
  }
  return out.bytes();
}

/** Throws a RangeError for bytes that are no fingerprint of this version. */
export function unpackFingerprint(bytes: Uint8Array): Fingerprint {
  const from = createReader(bytes);
  if (from.byte() !== FINGERPRINT_VERSION) {
    throw new RangeError('a fingerprint of another version');
  }
  const lang = from.text();
  const words = from.word();
  const partial = from.byte() === 1;
  const textHash = from.word();
  const titleHash = from.word();
  const published = from.word() | 0;
  const sketch = { shingles: from.word(), hashes: from.hashes() };
  const hashes = from.hashes();
  const list = () => Uint8Array.from(hashes, () => from.byte());
  const weights = list();
  const told = list();
  const terms = {
    hashes,
    weights,
    rarities: told.map((byte) => byte >>> FLAG_BITS),
    flags: told.map((byte) => byte & ((1 << FLAG_BITS) - 1)),
    norm: from.word(),
    labels: from.many(() => from.text()),
  };
  const names = from.many(
    (): FingerprintName => ({
      hash: from.word(),
      kind: from.byte() === 1 ? 'actor' : 'place',
      weight: from.byte(),
      label: from.text(),
    }),
  );
  const figures = from.many(() => ({ hash: from.word(), label: from.text() }));
  const dates = from.many(() => {
    const first = from.word() | 0;
    return { from: first, to: first + from.short() };
  });
  return {
    version: FINGERPRINT_VERSION,
    lang,
    words,
    partial,
    textHash,
    titleHash,
    sketch,
    terms,
    names,
    figures,
    dates,
    published: published === NO_DAY ? null : published,
  };
}

function createWriter() {
  const out: number[] = [];
  const short = (value: number) => void out.push(value & 0xff, (value >>> 8) & 0xff);
  const word = (value: number) => {
    short(value);
    short(value >>> 16);
  };
  return {
    short,
    word,
    byte: (value: number) => void out.push(value & 0xff),
    hashes: (values: Uint32Array) => {
      out.push(values.length);
      for (const value of values)
        out.push(value & 0xff, (value >>> 8) & 0xff, value >>> 16);
    },
    text: (value: string) => {
      const block = blockOf(value);
      out.push(value.length, block);
      for (let at = 0; at < value.length; at++) {
        const unit = value.charCodeAt(at);
        if (block === WIDE) short(unit);
        else out.push((unit & 0x7f) | (unit >>> BLOCK_BITS === ASCII ? 0 : 0x80));
      }
    },
    bytes: () => Uint8Array.from(out),
  };
}

/** The one block beside ASCII whose units a label has; {@link WIDE} for several. */
function blockOf(label: string): number {
  const blocks = new Set<number>();
  for (let at = 0; at < label.length; at++) {
    const block = label.charCodeAt(at) >>> BLOCK_BITS;
    if (block !== ASCII) blocks.add(block);
  }
  const [block = ASCII] = blocks;
  return blocks.size > 1 || block >= WIDE ? WIDE : block;
}

function createReader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const byte = () => view.getUint8(at++);
  const short = () => byte() | (byte() << 8);
  const word = () => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const many = <Item>(read: () => Item): Item[] => Array.from({ length: byte() }, read);
  return {
    byte,
    short,
    word,
    many,
    hashes: () => Uint32Array.from(many(() => byte() | (byte() << 8) | (byte() << 16))),
    text: () => {
      const length = byte();
      const block = byte();
      const narrow = () => {
        const low = byte();
        return low < 0x80 ? low : (block << BLOCK_BITS) | (low & 0x7f);
      };
      const unit = block === WIDE ? short : narrow;
      return String.fromCharCode(...Array.from({ length }, unit));
    },
  };
}
