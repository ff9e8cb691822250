import { expect, test } from 'vitest';
import { shadeOf } from './colour-luminance';

test.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgb(0, 0, 0)', 0, 1],
  ['rgba(0, 0, 0, 0)', 0, 0],
  ['rgba(255, 255, 255, 0.5)', 1, 0.5],
  ['rgb(255 255 255 / 25%)', 1, 0.25],
  ['color(srgb 1 1 1)', 1, 1],
  ['color(display-p3 0 0 0 / 0.5)', 0, 0.5],
  ['oklch(0.2 0.1 250)', 0.2, 1],
  ['oklab(95% 0 0 / 0.75)', 0.95, 0.75],
  ['lab(10 0 0)', 0.1, 1],
  ['lch(none 0 0)', 0, 1],
  ['rgb(1e2, 1e2, 1e2)', 0.36, 1],
])('%s is %d light and %d opaque', (colour, lightness, alpha) => {
  const shade = shadeOf(colour);
  expect(shade?.lightness).toBeCloseTo(lightness, 1);
  expect(shade?.alpha).toBeCloseTo(alpha, 5);
});

test.each(['', 'transparent-ish', 'rgb()', 'rgb(1, 2)', 'url(x)', 'color(srgb)'])(
  'what it cannot read is unknown: %s',
  (colour) => {
    expect(shadeOf(colour)).toBeNull();
  },
);
