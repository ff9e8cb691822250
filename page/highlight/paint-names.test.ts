import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SHOWN_KINDS } from '@/core/model/entity';
import { NOTE_COLOURS } from '@/core/model/note';
import { PAINTS, paintOfNote, priorityOf, registryName } from './paint-names';

const css = readFileSync(
  new URL('../../entrypoints/reader.content/style.css', import.meta.url),
  'utf8',
).replace(/\/\*.*?\*\//gs, '');
const rules = new Map(
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => [
    selector.trim(),
    body,
  ]),
);
const names = PAINTS.flatMap((paint) => [
  registryName(paint, 'light'),
  registryName(paint, 'dark'),
]);

describe('the style sheet of the paints', () => {
  test('has a rule for each name, and none for any other', () => {
    expect([...rules.keys()].sort()).toEqual(
      names.map((name) => `::highlight(${name})`).sort(),
    );
  });

  // Anything else is ignored in a highlight, or would reach the page.
  test.each([...rules])('%s sets only what a highlight may set', (_, body) => {
    const properties = body
      .split(';')
      .map((declaration) => declaration.split(':')[0]?.trim())
      .filter(Boolean);
    expect(properties.length).toBeGreaterThan(0);
    for (const property of properties)
      expect([
        'background-color',
        'color',
        'text-decoration',
        'text-underline-offset',
      ]).toContain(property);
  });

  test.each(['light', 'dark'] as const)(
    'tells the kinds apart by their line as well as by their hue: %s',
    (ground) => {
      const lines = PAINTS.filter((paint) => priorityOf(paint) === 1).map((paint) => {
        const body = rules.get(`::highlight(${registryName(paint, ground)})`) ?? '';
        const line = /text-decoration:\s*underline (\w+) .*?(\d+px)/.exec(body);
        return line?.slice(1).join(' ');
      });
      expect(new Set(lines).size).toBe(SHOWN_KINDS.length);
      expect(lines).not.toContain(undefined);
    },
  );

  test.each(['light', 'dark'] as const)(
    'keeps what was read before readable: %s',
    (ground) => {
      const body = rules.get(`::highlight(${registryName('read', ground)})`) ?? '';
      const grey = Number(/color:\s*rgb\((\d+) \1 \1\)/.exec(body)?.[1]);
      // White and cream; near-black, and the greys of dark themes.
      const grounds = ground === 'light' ? [255, 245] : [0, 18, 40];
      for (const behind of grounds)
        expect(contrast(grey, behind)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(['light', 'dark'] as const)(
    'tells what changed by more than a colour: %s',
    (ground) => {
      const lines = (['added', 'changed'] as const).map((paint) => {
        const body = rules.get(`::highlight(${registryName(paint, ground)})`) ?? '';
        return /text-decoration:\s*underline (\w+)/.exec(body)?.[1];
      });
      expect(lines).toEqual(['solid', 'wavy']);
    },
  );

  test('names nothing that would tell of the extension', () => {
    for (const name of names) expect(name).not.toMatch(/hawashi/i);
  });
});

/** Of two greys, WCAG 2.2. */
function contrast(one: number, other: number): number {
  const light = [one, other].map((grey) => {
    const share = grey / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05);
}

test('the text steps behind names, names behind notes, all behind a flash', () => {
  const paints = ['read', 'person', 'carried-pink', 'note-pink', 'flash'] as const;
  const priorities = paints.map(priorityOf);
  expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
  expect(new Set(priorities).size).toBe(paints.length);
});

test('a place that is not beyond doubt is painted otherwise', () => {
  for (const colour of NOTE_COLOURS) {
    expect(paintOfNote(colour, 'anchored')).toBe(`note-${colour}`);
    expect(paintOfNote(colour, 'probable')).toBe(`note-${colour}-probable`);
    expect(paintOfNote(colour, 'changed')).toBe(`note-${colour}-probable`);
  }
});
