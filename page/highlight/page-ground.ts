import { shadeOf } from './colour-luminance';
import type { Ground } from './paint-names';

/** A few blocks tell the ground of an article as well as all of them. */
const SAMPLES = 5;
/** Sites fade between their themes; this is longer than a usual fade. */
const FADE_MS = 600;
const SOON_MS = 100;
const MIDDLE = 0.5;

/** The ground on which most of the elements stand. */
export function groundBehind(elements: readonly Element[]): Ground {
  const step = Math.max(1, Math.floor(elements.length / SAMPLES));
  let dark = 0;
  let looked = 0;
  for (let at = 0; at < elements.length && looked < SAMPLES; at += step) {
    const element = elements[at];
    if (!element) continue;
    looked++;
    if (isOnDark(element)) dark++;
  }
  return dark * 2 > looked ? 'dark' : 'light';
}

function isOnDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    // What a picture looks like is not known: whoever wrote the text chose a colour to suit it.
    if (style.backgroundImage !== 'none' && !isBehindRoot(at))
      return hasLightText(element);
    const shade = shadeOf(style.backgroundColor);
    if (shade && shade.alpha >= MIDDLE) return shade.lightness < MIDDLE;
  }
  return isCanvasDark(element.ownerDocument);
}

/** Pictures on the root and the body are mostly edges around the column of text. */
function isBehindRoot(element: Element): boolean {
  const { body, documentElement } = element.ownerDocument;
  return element === body || element === documentElement;
}

function hasLightText(element: Element): boolean {
  return (shadeOf(getComputedStyle(element).color)?.lightness ?? 0) >= MIDDLE;
}

/** With no colour set anywhere, the browser's canvas shows: dark where the page allows it and the reader wants it. */
function isCanvasDark(document: Document): boolean {
  const schemes = getComputedStyle(document.documentElement).colorScheme.split(/\s+/);
  if (!schemes.includes('dark')) return false;
  return !schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}

/**
 * Calls back when the page may have changed its theme: the system's scheme, or
 * any attribute of the root or the body (`class`, `data-theme`, `style`, …).
 * Twice: soon, and when a fade is over; no oftener, for some pages write to
 * their root at each frame of a scroll.
 */
export function watchTheme(
  document: Document,
  onPossibleChange: () => void,
  signal: AbortSignal,
): void {
  let soon: ReturnType<typeof setTimeout> | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  function look(): void {
    soon ??= setTimeout(() => {
      soon = undefined;
      onPossibleChange();
    }, SOON_MS);
    clearTimeout(later);
    later = setTimeout(onPossibleChange, FADE_MS);
  }
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { attributes: true });
  if (document.body) observer.observe(document.body, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(soon);
    clearTimeout(later);
  });
}
