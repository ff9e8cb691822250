/** The offset, or the one before it when it lies inside a surrogate pair. */
export function beforeCodePoint(text: string, offset: number): number {
  return splitsPair(text, offset) ? offset - 1 : offset;
}

/** The offset, or the one after it when it lies inside a surrogate pair. */
export function afterCodePoint(text: string, offset: number): number {
  return splitsPair(text, offset) ? offset + 1 : offset;
}

/** Does the UTF-16 offset lie between the two halves of one code point? */
export function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
