/** Headlines without the site's name that `<title>` and og:title carry. */
import { collapseSpace, lettersOf } from './collapse-space';

const SEPARATOR = /\s+[|\-–—·•»«/:~‹›]{1,2}\s+|\s*[|｜]\s*|\s*::\s*/g;

/**
 * Drops a trailing or leading part that names the site: one that equals
 * `siteName` or the host's name, or that is short beside the rest.
 */
export function cleanTitle(title: string, siteName: string, host: string): string {
  const whole = collapseSpace(title);
  const parts = splitTitle(whole);
  if (parts.length < 2) return whole;
  const names = [
    lettersOf(siteName),
    lettersOf(host.replace(/^www\./, '').replace(/\.\w+(?:\.\w\w)?$/, '')),
  ].filter((name) => name.length > 1);
  let first = 0;
  let end = parts.length;
  while (end - first > 1 && namesSite(parts[end - 1]?.text ?? '', names)) end--;
  while (end - first > 1 && namesSite(parts[first]?.text ?? '', names)) first++;
  if (end - first === parts.length) return dropShortTail(whole, parts);
  return whole.slice(parts[first]?.start ?? 0, parts[end - 1]?.end ?? whole.length);
}

interface Part {
  text: string;
  start: number;
  end: number;
}

function splitTitle(title: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const match of title.matchAll(SEPARATOR)) {
    parts.push({ text: title.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  parts.push({ text: title.slice(start), start, end: title.length });
  return parts.filter((part) => part.text.trim() !== '');
}

function namesSite(part: string, names: readonly string[]): boolean {
  const letters = lettersOf(part);
  const dense = letters.replace(/ /g, '');
  return names.some((name) => {
    const other = name.replace(/ /g, '');
    return (
      dense === other ||
      (other.length > 3 &&
        dense.length > 3 &&
        (dense.includes(other) || other.includes(dense)) &&
        dense.length < other.length * 3)
    );
  });
}

/** An unknown last part of up to four words after a bar is a site's name; after a dash it may be the story's. */
function dropShortTail(whole: string, parts: readonly Part[]): string {
  const last = parts[parts.length - 1];
  const before = parts[parts.length - 2];
  if (last === undefined || before === undefined) return whole;
  const bar = /[|｜]/.test(whole.slice(before.end, last.start));
  const words = last.text.trim().split(/\s+/).length;
  const restWords = whole.slice(0, before.end).split(/\s+/).length;
  return bar && words <= 4 && restWords >= 4 ? whole.slice(0, before.end) : whole;
}
