import { describe, expect, it } from 'vitest';
import { readKey } from './read-key';

const pressed = (key: string, code: string, change: Partial<KeyboardEvent> = {}) => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false },
  ...{ repeat: false, isComposing: false },
  ...change,
});

describe('readKey', () => {
  it.each([
    ['a', 'KeyA', 'accept'],
    ['A', 'KeyA', 'accept'],
    ['ش', 'KeyA', 'accept'],
    // A French keyboard: the letter counts, not its place.
    ['a', 'KeyQ', 'accept'],
    ['q', 'KeyA', null],
    ['ء', 'KeyX', 'refuse'],
    ['Delete', 'Delete', 'refuse'],
    ['ى', 'KeyN', 'next'],
    ['ArrowDown', 'ArrowDown', 'next'],
    ['ح', 'KeyP', 'previous'],
    ['ArrowUp', 'ArrowUp', 'previous'],
    ['ع', 'KeyU', 'undo'],
    ['Enter', 'NumpadEnter', 'accept'],
    ['Tab', 'Tab', null],
    ['constructor', 'constructor', null],
    ['1', 'Digit1', null],
  ])('%s on %s is %s', (key, code, command) => {
    expect(readKey(pressed(key, code), false)).toBe(command);
  });

  it('leaves Enter to a button, and every key with a modifier to the browser', () => {
    expect(readKey(pressed('Enter', 'Enter'), true)).toBeNull();
    expect(readKey(pressed('a', 'KeyA'), true)).toBe('accept');
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'isComposing'])
      expect(readKey(pressed('a', 'KeyA', { [modifier]: true }), false)).toBeNull();
  });

  it('steps while it is held down, but answers once', () => {
    expect(readKey(pressed('n', 'KeyN', { repeat: true }), false)).toBe('next');
    expect(readKey(pressed('Enter', 'Enter', { repeat: true }), false)).toBeNull();
    expect(readKey(pressed('x', 'KeyX', { repeat: true }), false)).toBeNull();
  });
});
