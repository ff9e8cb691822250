/** What a key asks of a panel that is stepped through. */
export type KeyCommand = 'accept' | 'refuse' | 'next' | 'previous' | 'undo';

const BY_LETTER: Readonly<Record<string, KeyCommand>> = {
  a: 'accept',
  x: 'refuse',
  n: 'next',
  p: 'previous',
  u: 'undo',
};
const BY_NAME: Readonly<Record<string, KeyCommand>> = {
  Delete: 'refuse',
  ArrowDown: 'next',
  ArrowUp: 'previous',
};

type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing'
>;

/**
 * Null for a key that asks nothing. Where the layout has other letters than
 * Latin ones, the place of the key counts: A is A below ش, too. `onControl`: a
 * button or a link has the focus, and Enter is its own.
 */
export function readKey(event: Key, onControl: boolean): KeyCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const { key, code } = event;
  const letter = /^[a-z]$/i.test(key) ? key : code.replace(/^Key(?=[A-Z]$)/, '');
  const command =
    (Object.hasOwn(BY_NAME, key) ? BY_NAME[key] : null) ??
    (key === 'Enter' && !onControl ? 'accept' : null) ??
    (letter.length === 1 ? (BY_LETTER[letter.toLowerCase()] ?? null) : null);
  // Held down it would answer for notes that nobody has seen.
  return event.repeat && command !== 'next' && command !== 'previous' ? null : command;
}
