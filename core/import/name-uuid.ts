/**
 * The UUID that belongs to a name (version 5, RFC 9562): the same on every machine, so
 * that the same row of a file has the same id each time it comes.
 */

/** Of all names of ours; drawn once. */
const NAMESPACE = [
  0x6d, 0x1f, 0x0b, 0x52, 0x8e, 0x43, 0x4c, 0x9a, 0xa7, 0x35, 0x2e, 0x90, 0xd1, 0x7c,
  0x48, 0x06,
];

/** `namespace`: 16 bytes. Halves of surrogate pairs count as themselves. */
export function nameUuid(name: string, namespace: readonly number[] = NAMESPACE): string {
  // A unit takes three bytes at most, and a pair of them four.
  const bytes = new Uint8Array(namespace.length + 3 * name.length);
  bytes.set(namespace);
  const length = putUtf8(bytes, namespace.length, name);
  const hash = sha1(bytes.subarray(0, length)).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const from = [0, 8, 12, 16, 20, 32];
  return from
    .slice(1)
    .map((end, at) => hex.slice(from[at], end))
    .join('-');
}

/** Puts the text from `at` on and gives the offset after it; a lone half as the three bytes that it would be. */
function putUtf8(bytes: Uint8Array, at: number, text: string): number {
  let end = at;
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.codePointAt(unit) ?? 0;
    if (code < 0x80) bytes[end++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[end++] = (0xff00 >> (more + 1)) | (code >> (6 * more));
      for (let left = more - 1; left >= 0; left--) {
        bytes[end++] = 0x80 | ((code >> (6 * left)) & 63);
      }
      if (more === 3) unit++;
    }
  }
  return end;
}

/** FIPS 180-4. It names, it does not protect: the platform's own cannot be waited for here. */
function sha1(message: Uint8Array): number[] {
  const words = padded(message);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const schedule = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    for (let at = 0; at < 16; at++) schedule[at] = word(words, block + at);
    for (let at = 16; at < 80; at++) {
      const mixed = word(schedule, at - 3) ^ word(schedule, at - 8);
      const older = word(schedule, at - 14) ^ word(schedule, at - 16);
      schedule[at] = turned(mixed ^ older, 1);
    }
    addBlock(state, schedule);
  }
  return state.flatMap((one) => [24, 16, 8, 0].map((by) => (one >>> by) & 255));
}

function addBlock(state: number[], schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let at = 0; at < 80; at++) {
    let mixed = b ^ c ^ d;
    if (at < 20) mixed = ((b & c) | (~b & d)) + 0x5a827999;
    else if (at < 40) mixed += 0x6ed9eba1;
    else if (at < 60) mixed = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
    else mixed += 0xca62c1d6;
    const next = (turned(a, 5) + mixed + e + word(schedule, at)) | 0;
    e = d;
    d = c;
    c = turned(b, 30);
    b = a;
    a = next;
  }
  for (const [at, one] of [a, b, c, d, e].entries())
    state[at] = ((state[at] ?? 0) + one) | 0;
}

function padded(message: Uint8Array): Int32Array {
  const words = new Int32Array((((message.length + 8) >> 6) + 1) * 16);
  const put = (at: number, byte: number) => {
    words[at >> 2] = word(words, at >> 2) | (byte << (24 - (at & 3) * 8));
  };
  for (let at = 0; at < message.length; at++) put(at, message[at] ?? 0);
  put(message.length, 0x80);
  words[words.length - 1] = message.length * 8;
  return words;
}

const word = (words: Int32Array, at: number): number => words[at] ?? 0;
const turned = (value: number, by: number): number =>
  (value << by) | (value >>> (32 - by));
