/** Long enough for a double click to become a triple one. */
const SETTLE_MS = 250;

/**
 * Calls back when the reader has finished selecting, with the selection or,
 * when nothing is selected any more, null. Not while a button is held down:
 * nothing should come up under a hand that still moves.
 */
export function watchSelection(
  document: Document,
  onSettled: (selection: Selection | null) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;
  let hasChanged = false;

  function settle(): void {
    clearTimeout(timer);
    if (!hasChanged || isPressed) return;
    timer = setTimeout(() => {
      hasChanged = false;
      const selection = document.getSelection();
      onSettled(selection?.isCollapsed === false ? selection : null);
    }, SETTLE_MS);
  }

  const options = { signal, capture: true, passive: true } as const;
  document.addEventListener(
    'selectionchange',
    () => {
      hasChanged = true;
      settle();
    },
    options,
  );
  for (const type of ['pointerdown', 'pointerup', 'pointercancel'] as const) {
    document.addEventListener(
      type,
      () => {
        isPressed = type === 'pointerdown';
        settle();
      },
      options,
    );
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}
