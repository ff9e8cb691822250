/** Names beside a drawing, of which only the browser knows how wide they are. */

/** Pixels, of the names in a drawing. */
export const NAME_SIZE = 13;

export interface FittedName {
  words: string;
  width: number;
}

/** Measures names as the page writes them. */
export function createNameMeasure(): (words: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context) {
    const { fontFamily } = getComputedStyle(document.documentElement);
    context.font = `600 ${NAME_SIZE}px ${fontFamily}`;
  }
  // A letter is about so wide.
  return (words) => context?.measureText(words).width ?? words.length * 7;
}

/** A name that is too wide is cut, after a whole word where there is one. */
export function fitName(
  words: string,
  widest: number,
  measure: (words: string) => number,
): FittedName {
  const whole = measure(words);
  if (whole <= widest) return { words, width: whole };
  const letters = [...words];
  let [fits, long] = [0, letters.length];
  while (long - fits > 1) {
    const half = (fits + long) >> 1;
    if (measure(cutAt(letters, half)) <= widest) fits = half;
    else long = half;
  }
  const word = letters.slice(0, fits + 1).lastIndexOf(' ');
  const cut = cutAt(letters, word >= fits / 2 ? word : fits);
  return { words: cut, width: measure(cut) };
}

function cutAt(letters: readonly string[], length: number): string {
  return `${letters.slice(0, length).join('').trimEnd()}…`;
}
