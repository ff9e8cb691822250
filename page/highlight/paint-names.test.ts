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

  test('names nothing that would tell of the extension', () => {
    for (const name of names) expect(name).not.toMatch(/hawashi/i);
  });
});

test('a place that is not beyond doubt is painted otherwise', () => {
  for (const colour of NOTE_COLOURS) {
    expect(paintOfNote(colour, 'anchored')).toBe(`note-${colour}`);
    expect(paintOfNote(colour, 'probable')).toBe(`note-${colour}-probable`);
    expect(paintOfNote(colour, 'changed')).toBe(`note-${colour}-probable`);
  }
});
