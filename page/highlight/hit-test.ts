import type { Span, TextModel } from '../text/text-model';

/** The browser's rounding, and the underline just below the glyphs. */
const SLACK_PX = 2;

/**
 * The spans under a point of the viewport.
 *
 * Not `highlightsFromPoint`: it costs 88 ms on a page of 10,000 names, and
 * Firefox does not have it. The caret position is the nearest gap between two
 * characters, however far away, so each candidate must prove that its glyphs
 * really are under the point.
 */
export function spansAt<S extends Span>(
  document: Document,
  model: TextModel,
  spans: readonly S[],
  x: number,
  y: number,
): S[] {
  const offset = textOffsetAt(document, model, x, y);
  if (offset === null) return [];
  return spans.filter(
    (span) =>
      // Over the last half of its last letter a name has the caret at its end.
      span.start <= offset &&
      offset <= span.end &&
      covers(rectsOf(document, model, span), x, y),
  );
}

function textOffsetAt(
  document: Document,
  model: TextModel,
  x: number,
  y: number,
): number | null {
  if (document.caretPositionFromPoint) {
    const find = (options?: CaretPositionFromPointOptions) => {
      const caret = document.caretPositionFromPoint(x, y, options);
      return caret && model.toOffset(caret.offsetNode, caret.offset);
    };
    const offset = find();
    if (offset !== null) return offset;
    // Positions in a shadow tree are given only to those who know the tree.
    const shadowRoots = shadowRootsOf(model);
    return shadowRoots.length === 0 ? null : find({ shadowRoots });
  }
  // Chrome before 128.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? model.toOffset(range.startContainer, range.startOffset) : null;
}

function shadowRootsOf(model: TextModel): ShadowRoot[] {
  const roots = new Set(model.blocks.map(({ block }) => block.element.getRootNode()));
  return [...roots].filter((root): root is ShadowRoot => root instanceof ShadowRoot);
}

/** The boxes of a span's glyphs, in viewport pixels. */
export function rectsOf(document: Document, model: TextModel, span: Span): DOMRect[] {
  const rects: DOMRect[] = [];
  for (const part of model.toRanges(span.start, span.end)) {
    if (!part.startContainer.isConnected || !part.endContainer.isConnected) continue;
    const range = document.createRange();
    try {
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
    } catch {
      // The page shortened the text since it was read; it will be read again.
      continue;
    }
    rects.push(...range.getClientRects());
  }
  return rects;
}

function covers(rects: readonly DOMRect[], x: number, y: number): boolean {
  return rects.some(
    (rect) =>
      x >= rect.left - SLACK_PX &&
      x <= rect.right + SLACK_PX &&
      y >= rect.top - SLACK_PX &&
      y <= rect.bottom + SLACK_PX,
  );
}
