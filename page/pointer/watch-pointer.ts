/** What lies under the pointer: equal keys are the same thing. */
export interface Target {
  key: string;
}

export interface PointerPorts<T extends Target> {
  /** What lies at this point of the viewport. */
  hitTest(x: number, y: number): T | null;
  /** True for our own overlay: what happens there is not the page's. */
  isOurs(target: EventTarget | null): boolean;
  /** The pointer has rested on something, or has left it (null). */
  onHover(target: T | null): void;
  /** A plain click, not on a link or a button and not at the end of a selection. */
  onPress(target: T | null): void;
}

/** Long enough not to answer a pointer that only passes. */
const DWELL_MS = 250;
/** What the page itself answers a click on. */
const CONTROLS =
  'a[href], area[href], button, input, select, textarea, label, summary, video, audio, ' +
  '[role="button"], [role="link"], [role="tab"], [contenteditable=""], [contenteditable="true"]';

/**
 * Watches the pointer without being in the page's way: all listeners are
 * passive and nothing is prevented or stopped.
 */
export function watchPointer<T extends Target>(
  document: Document,
  ports: PointerPorts<T>,
  signal: AbortSignal,
): void {
  let under: T | null = null;
  let dwell: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let latest: PointerEvent | null = null;

  function moveTo(target: T | null): void {
    if (target?.key === under?.key) return;
    clearTimeout(dwell);
    if (under) ports.onHover(null);
    under = target;
    if (target) dwell = setTimeout(() => ports.onHover(target), DWELL_MS);
  }

  /** One hit-test a frame is enough. */
  function look(): void {
    frame = 0;
    if (!latest || signal.aborted) return;
    const isOver = latest.buttons === 0 && !ports.isOurs(latest.target);
    moveTo(isOver ? ports.hitTest(latest.clientX, latest.clientY) : null);
  }

  const options = { signal, capture: true, passive: true } as const;
  document.addEventListener(
    'pointermove',
    (event) => {
      // A finger does not hover.
      if (event.pointerType === 'touch') return;
      latest = event;
      if (frame === 0) frame = requestAnimationFrame(look);
    },
    options,
  );
  document.documentElement.addEventListener('pointerleave', () => moveTo(null), {
    signal,
    passive: true,
  });
  document.addEventListener('scroll', () => moveTo(null), options);
  document.addEventListener(
    'click',
    (event) => {
      if (ports.isOurs(event.target) || !isPlainClick(document, event)) return;
      clearTimeout(dwell);
      ports.onPress(
        isOnControl(event.target) ? null : ports.hitTest(event.clientX, event.clientY),
      );
    },
    options,
  );
  signal.addEventListener('abort', () => {
    clearTimeout(dwell);
    cancelAnimationFrame(frame);
  });
}

function isPlainClick(document: Document, event: MouseEvent): boolean {
  if (event.button !== 0) return false;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  return document.getSelection()?.isCollapsed !== false;
}

function isOnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(CONTROLS) !== null;
}
