/** A fingerprint as bytes, to be stored or sent: at most 2,048 of them. */
import {
  FINGERPRINT_VERSION,
  type Fingerprint,
  type FingerprintName,
} from './fingerprint';

const NO_DAY = -0x80000000;
const LANG_UNITS = 3;
/** Beside five bits of rarity. */
const FLAG_BITS = 3;
/** Labels of these units alone take a byte a unit: the high bit stands for the Arabic block. */
const NARROW = /^[\0-\x7f\u0600-\u067f]*$/;
const ARABIC_BLOCK = 0x600;
const WIDE = 0x80;

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
  out.float(terms.norm);
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
  out.words(Uint32Array.from(fingerprint.days, (day) => day >>> 0));
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
    norm: from.float(),
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
  const days = Array.from(from.words(), (day) => day | 0);
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
    days,
    published: published === NO_DAY ? null : published,
  };
}

function createWriter() {
  const out: number[] = [];
  const scratch = new DataView(new ArrayBuffer(4));
  const flush = () => {
    for (let at = 0; at < 4; at++) out.push(scratch.getUint8(at));
  };
  const word = (value: number) => {
    scratch.setUint32(0, value, true);
    flush();
  };
  return {
    word,
    byte: (value: number) => void out.push(value & 0xff),
    float: (value: number) => {
      scratch.setFloat32(0, value, true);
      flush();
    },
    words: (values: Uint32Array) => {
      out.push(values.length);
      for (const value of values) word(value);
    },
    hashes: (values: Uint32Array) => {
      out.push(values.length);
      for (const value of values)
        out.push(value & 0xff, (value >>> 8) & 0xff, value >>> 16);
    },
    text: (value: string) => {
      const narrow = NARROW.test(value);
      out.push(value.length | (narrow ? 0 : WIDE));
      for (let at = 0; at < value.length; at++) {
        const unit = value.charCodeAt(at);
        if (narrow) out.push((unit & 0x7f) | (unit < ARABIC_BLOCK ? 0 : 0x80));
        else out.push(unit & 0xff, unit >>> 8);
      }
    },
    bytes: () => Uint8Array.from(out),
  };
}

function createReader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const byte = () => view.getUint8(at++);
  const word = () => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const many = <Item>(read: () => Item): Item[] => Array.from({ length: byte() }, read);
  return {
    byte,
    word,
    many,
    float: () => {
      at += 4;
      return view.getFloat32(at - 4, true);
    },
    words: () => Uint32Array.from(many(word)),
    hashes: () => Uint32Array.from(many(() => byte() | (byte() << 8) | (byte() << 16))),
    text: () => {
      const head = byte();
      const unit =
        (head & WIDE) === 0
          ? () => {
              const low = byte();
              return low < 0x80 ? low : ARABIC_BLOCK | (low & 0x7f);
            }
          : () => byte() | (byte() << 8);
      return String.fromCharCode(...Array.from({ length: head & ~WIDE }, unit));
    },
  };
}
