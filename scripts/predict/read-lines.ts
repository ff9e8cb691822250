/** A line of more UTF-16 units is not kept: of twice as many Node can make no string. */
const LONGEST = 256 * 1024 * 1024;
/** Of such a line so many units are, to say which it was. */
const HEAD = 1_000;
/** Before what is left of it; no line of text begins so. */
const TOO_LONG = '\u0000too long\u0000';

/**
 * The lines of a stream of text, without their ends. `readline` also ends a line at U+2028, which
 * stands in JSON as it is, and throws when a line becomes too long for a string.
 */
export async function* readLines(
  chunks: AsyncIterable<string>,
  longest = LONGEST,
): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  const take = (part: string): void => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else if (parts.length !== 1 || (parts[0] ?? '').length > HEAD) {
      parts = [[...parts, part].join('').slice(0, HEAD)];
    }
  };
  const finish = (): string => {
    const text = parts.join('');
    const line = length > longest ? `${TOO_LONG}${text}` : text.replace(/\r$/, '');
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      take(chunk.slice(from, at));
      yield finish();
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.slice(from));
  }
  if (length > 0) yield finish();
}

/** How a line begins that was too long; null for any other. */
export function headOfTooLong(line: string): string | null {
  return line.startsWith(TOO_LONG) ? line.slice(TOO_LONG.length) : null;
}
