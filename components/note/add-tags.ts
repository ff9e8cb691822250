/** UTF-16 units: long enough for a phrase, short enough for a chip. */
const LONGEST_TAG = 64;

/** The tags with what was typed added: several at once when separated by commas; none twice, none empty. */
export function addTags(tags: readonly string[], typed: string): string[] {
  const known = new Set(tags);
  for (const part of typed.split(/[,،]/)) {
    const tag = part.trim().replace(/^#+/, '').slice(0, LONGEST_TAG).trim();
    if (tag !== '') known.add(tag);
  }
  return [...known];
}
