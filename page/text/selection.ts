/** From what the reader has selected to a span of the article's text. */
import { isEditable } from './element-style';
import { standsBefore } from './offset-of-position';
import type { Span, TextModel } from './text-model';

/**
 * The selected span, white space at its edges left out, what lies outside the
 * article cut off; null when nothing of the article is selected or the
 * selection touches an editable field.
 */
export function readSelection(selection: Selection, model: TextModel): Span | null {
  const spans: Span[] = [];
  for (let index = 0; index < selection.rangeCount; index++) {
    const range = selection.getRangeAt(index);
    if (range.collapsed) continue;
    if (inEditable(range.startContainer) || inEditable(range.endContainer)) return null;
    const span = spanOfRange(range, model);
    if (span !== null) spans.push(span);
  }
  return spans.reduce<Span | null>((whole, span) => joined(whole, span, model), null);
}

/**
 * Firefox cuts one gesture into several ranges where the page forbids
 * selection (`user-select: none`): these are one. Where article text lies
 * between two ranges, the reader made them one by one: the later one counts.
 */
function joined(earlier: Span | null, later: Span, model: TextModel): Span {
  if (earlier === null) return later;
  const start = Math.min(earlier.start, later.start);
  const end = Math.max(earlier.end, later.end);
  const between = model.text.slice(
    Math.min(earlier.end, later.end),
    Math.max(earlier.start, later.start),
  );
  return between.trim() === '' ? { start, end } : later;
}

function spanOfRange(range: AbstractRange, model: TextModel): Span | null {
  const start = startOffset(range, model);
  const end = endOffset(range, model);
  return start === null || end === null ? null : trimmed(model.text, start, end);
}

/** The first text at or after the range's start. */
function startOffset(range: AbstractRange, model: TextModel): number | null {
  const { startContainer: node, startOffset: offset } = range;
  const exact = model.toOffset(node, offset);
  if (exact !== null) return exact;
  return model.units.find((unit) => !isBefore(unit.node, node, offset))?.start ?? null;
}

/** The last text at or before the range's end. */
function endOffset(range: AbstractRange, model: TextModel): number | null {
  const { endContainer: node, endOffset: offset } = range;
  const exact = model.toOffset(node, offset);
  if (exact !== null) return exact;
  return model.units.findLast((unit) => isBefore(unit.node, node, offset))?.end ?? null;
}

/** In a text node (of a skipped island, or outside the article) nothing of the article can stand. */
function isBefore(unit: Node, node: Node, offset: number): boolean {
  return standsBefore(
    unit,
    node,
    node.nodeType === 1 || node.nodeType === 9 ? offset : 0,
  );
}

function trimmed(text: string, start: number, end: number): Span | null {
  if (start >= end) return null;
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  const to = end - (part.length - part.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

function inEditable(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  for (let each = element; each !== null; each = each.parentElement) {
    if (each.localName === 'input' || each.localName === 'textarea') return true;
    if (isEditable(each)) return true;
  }
  return false;
}
