import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTITY_KINDS } from '@/core/model/entity';
import { NOTE_COLOURS } from '@/core/model/note';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const paints = readFileSync(
  join(import.meta.dirname, '../../entrypoints/reader.content/style.css'),
  'utf8',
);

type Linear = [red: number, green: number, blue: number];

/** The colours of a block of rules, by name without `--hw-`. */
function coloursIn(block: string): Map<string, string> {
  const found = block.matchAll(/--hw-([a-z-]+):\s*(#[0-9a-f]{6})/g);
  return new Map([...found].map(([, name = '', colour = '']) => [name, colour]));
}

const darkAt = css.indexOf('prefers-color-scheme: dark');
const light = coloursIn(css.slice(0, darkAt));
const themes = { light, dark: new Map([...light, ...coloursIn(css.slice(darkAt))]) };

function bytesOf(colour: string): [number, number, number] {
  const byte = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [byte(1), byte(3), byte(5)];
}

function linearOf(colour: string): Linear {
  const linear = (byte: number) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = bytesOf(colour);
  return [linear(red), linear(green), linear(blue)];
}

/** WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = ([red, green, blue]: Linear) =>
    0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [dark = 0, bright = 0] = [
    luminance(linearOf(one)),
    luminance(linearOf(other)),
  ].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

type Matrix = readonly [Linear, Linear, Linear];

/** Machado, Oliveira and Fernandes 2009, severity 1, in linear RGB. */
const VISIONS: Record<string, Matrix> = {
  trichromacy: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function apply(matrix: Matrix, colour: Linear): Linear {
  const row = (weights: Linear) =>
    weights[0] * colour[0] + weights[1] * colour[1] + weights[2] * colour[2];
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** CIE L*a*b* of what such an eye sees. */
function labOf(colour: string, vision: Matrix): Linear {
  const seen = apply(vision, linearOf(colour)).map((value) =>
    Math.min(1, Math.max(0, value)),
  ) as Linear;
  const [x, y, z] = apply(
    [
      [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
      [0.2126, 0.7152, 0.0722],
      [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
    ],
    seen,
  ).map((value) =>
    value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116,
  ) as Linear;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(Object.entries(themes))('the colours of the %s theme', (_, colours) => {
  const colour = (name: string): string => {
    const found = colours.get(name);
    if (found === undefined) throw new Error(`no colour --hw-${name}`);
    return found;
  };
  const grounds = ['ground', 'surface', 'sunken'];

  it.each([...ENTITY_KINDS, 'ink', 'ink-soft'])(
    '%s can be read on every ground',
    (name) => {
      for (const ground of grounds)
        expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('what is pressed and what warns can be read', () => {
    expect(contrast(colour('accent-ink'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('problem'), colour('problem-soft'))).toBeGreaterThanOrEqual(
      4.5,
    );
    expect(contrast(colour('ground'), colour('ink'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('ink-soft'), colour('accent-soft'))).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it('the edges of fields and the focus ring can be seen', () => {
    for (const ground of grounds) {
      expect(contrast(colour('accent'), colour(ground))).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(colour('line-strong'), colour('surface'))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(VISIONS))('no two kinds look alike with %s', (_, vision) => {
    const seen = ENTITY_KINDS.map((kind) => labOf(colour(kind), vision));
    const distances = seen.flatMap((one, at) =>
      seen
        .slice(at + 1)
        .map((other) => Math.hypot(...one.map((v, i) => v - (other[i] ?? 0)))),
    );
    expect(Math.min(...distances)).toBeGreaterThan(14);
  });

  it('a tick can be seen on each colour of notes', () => {
    for (const name of NOTE_COLOURS)
      expect(contrast('#211d17', colour(name))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the paints on the page', () => {
  it.each(ENTITY_KINDS)('%s has the hue that the interface gives it', (kind) => {
    for (const [name, theme] of [
      [`hw-${kind}`, themes.light],
      [`hw-${kind}-dark`, themes.dark],
    ] as const) {
      const rule = paints.split(`::highlight(${name})`)[1]?.split('}')[0] ?? '';
      expect([name, rule]).toEqual([
        name,
        expect.stringContaining(`rgb(${bytesOf(theme.get(kind) ?? '').join(' ')} /`),
      ]);
    }
  });
});
