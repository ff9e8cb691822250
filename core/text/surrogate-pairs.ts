/** How many units of a text more than its code points. */
export function pairsIn(text: string): number {
  return text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
}
