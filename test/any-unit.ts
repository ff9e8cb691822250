import fc from 'fast-check';

/** Any UTF-16 unit, halves of pairs among them, or any code point of two. */
export const anyUnit: fc.Arbitrary<string> = fc.oneof(
  fc.nat(0x5ff).map((unit) => String.fromCharCode(unit)),
  fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
  fc.integer({ min: 0x10000, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
);
