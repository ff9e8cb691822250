/** A computed colour, reduced to what decides whether it is a light or a dark ground. */
export interface Shade {
  /** 0 black – 1 white, as perceived. */
  lightness: number;
  /** 0 transparent – 1 opaque. */
  alpha: number;
}

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?|none/gi;

/**
 * Reads a colour as `getComputedStyle` gives it: `rgb()`, `rgba()`, `color()`,
 * or one of the forms that stay as they were written (`oklch()`, `lab()`, …).
 * Null for what it does not know.
 */
export function shadeOf(computed: string): Shade | null {
  const [, form = '', rest = ''] = /^\s*([a-z]+)\(\s*([^)]*)\)/i.exec(computed) ?? [];
  const numbers = (rest.match(NUMBER) ?? []).map(toUnit);
  switch (form.toLowerCase()) {
    case 'rgb':
    case 'rgba': {
      const [r, g, b, alpha = 1] = numbers;
      if (r === undefined || g === undefined || b === undefined) return null;
      return { lightness: lightnessOfRgb(r / 255, g / 255, b / 255), alpha };
    }
    case 'color': {
      const [r, g, b, alpha = 1] = (
        rest.replace(/^\s*[\w-]+/, '').match(NUMBER) ?? []
      ).map(toUnit);
      if (r === undefined || g === undefined || b === undefined) return null;
      return { lightness: lightnessOfRgb(r, g, b), alpha };
    }
    case 'oklab':
    case 'oklch': {
      const [lightness, , , alpha = 1] = numbers;
      return lightness === undefined ? null : { lightness, alpha };
    }
    case 'lab':
    case 'lch': {
      const [lightness, , , alpha = 1] = numbers;
      return lightness === undefined ? null : { lightness: lightness / 100, alpha };
    }
    default:
      return null;
  }
}

function toUnit(number: string): number {
  if (number.toLowerCase() === 'none') return 0;
  const value = Number.parseFloat(number);
  return number.endsWith('%') ? value / 100 : value;
}

/** The relative luminance of WCAG, brought to a perceptual scale (a square root is near enough). */
function lightnessOfRgb(r: number, g: number, b: number): number {
  return Math.sqrt(0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2);
}
