/**
 * What a change of a note's words took away: from the first to the last word
 * that `earlier` has and `later` does not show, or '' when words were only
 * added. Whole words, so that they can be read. Every word of `earlier` stands
 * in `later` or in the result.
 */
export function wordsLost(earlier: string, later: string): string {
  if (later.includes(earlier.trim())) return '';
  // One passage: a reader changes a note in one place at a time.
  const most = Math.min(earlier.length, later.length);
  let start = 0;
  while (start < most && earlier[start] === later[start]) start++;
  let left = 0;
  while (left < most - start && earlier.at(-1 - left) === later.at(-1 - left)) left++;
  let end = earlier.length - left;
  while (isWithinWord(earlier, start)) start--;
  while (isWithinWord(earlier, end)) end++;
  return earlier.slice(start, end).trim();
}

/** Whether a cut before this unit goes through a word. */
function isWithinWord(text: string, index: number): boolean {
  return isOfWord(text[index - 1]) && isOfWord(text[index]);
}

function isOfWord(unit: string | undefined): boolean {
  return unit !== undefined && unit.trim() !== '';
}
