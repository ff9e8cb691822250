/** Tells running text from labels: does a piece of text consist of sentences? */

/** Sentence ends of the scripts news is written in: Latin, Arabic, Urdu, Devanagari, CJK. */
const END = /[.!?…؟۔।。！？»”"')\]]\s*$/u;
const INNER = /[.!?؟۔।。！？،؛,;:]/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/**
 * How much running text a piece holds, in UTF-16 units; 0 for a label, a
 * heading, a teaser. `linkLength` is the part of it inside links.
 */
export function proseLength(text: string, linkLength: number): number {
  const length = text.length;
  // One CJK character says what two or three letters do.
  const least = CJK.test(text) ? 20 : 50;
  if (length < least) return 0;
  if (linkLength > length * 0.5) return 0;
  const ends = END.test(text);
  if (!ends && !(length >= least * 1.6 && INNER.test(text)) && length < least * 4)
    return 0;
  return length - linkLength;
}
