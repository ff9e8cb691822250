import { type Ground, PAINTS, type Paint, priorityOf, registryName } from './paint-names';

/** Our entries in `CSS.highlights`; other code's are never read, listed or cleared. */
export interface OwnHighlights {
  add(paint: Paint, range: StaticRange): void;
  remove(paint: Paint, range: StaticRange): void;
  setGround(ground: Ground): void;
  /** Takes every entry out; may be used again afterwards. */
  removeAll(): void;
}

/** False below Chrome 105 and Firefox 140. */
export function canPaint(): boolean {
  return (
    typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function'
  );
}

/**
 * One `Highlight` per paint. Entries appear with their first range and leave
 * with the last, so that a page without paint has an untouched registry.
 *
 * Names are set and deleted one by one: Firefox throws when an extension
 * iterates `CSS.highlights`, and `clear()` would wipe what others painted.
 */
export function createOwnHighlights(): OwnHighlights {
  const highlights = new Map<Paint, Highlight>();
  let ground: Ground = 'light';
  // An instance that died without farewell (an update) left its paint behind.
  removeNames();

  function removeNames(): void {
    for (const paint of PAINTS) {
      CSS.highlights.delete(registryName(paint, 'light'));
      CSS.highlights.delete(registryName(paint, 'dark'));
    }
  }

  return {
    add(paint, range) {
      let highlight = highlights.get(paint);
      if (!highlight) {
        highlight = new Highlight();
        highlight.priority = priorityOf(paint);
        highlights.set(paint, highlight);
      }
      if (highlight.size === 0)
        CSS.highlights.set(registryName(paint, ground), highlight);
      highlight.add(range);
    },
    remove(paint, range) {
      const highlight = highlights.get(paint);
      if (!highlight?.delete(range)) return;
      if (highlight.size === 0) CSS.highlights.delete(registryName(paint, ground));
    },
    setGround(next) {
      if (next === ground) return;
      for (const [paint, highlight] of highlights) {
        if (highlight.size === 0) continue;
        CSS.highlights.delete(registryName(paint, ground));
        CSS.highlights.set(registryName(paint, next), highlight);
      }
      ground = next;
    },
    removeAll() {
      removeNames();
      highlights.clear();
    },
  };
}
