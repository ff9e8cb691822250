/**
 * Whether a key means undo or redo, on whatever keyboard; null when neither, or when it is
 * meant for a field that is written in, which has an undo of its own.
 */
export function undoKey(
  event: KeyboardEvent,
  target: EventTarget | null,
): 'undo' | 'redo' | null {
  const isZ = event.code === 'KeyZ' || event.key.toLowerCase() === 'z';
  if (!isZ || event.altKey || event.isComposing || !(event.ctrlKey || event.metaKey))
    return null;
  if (target instanceof Element && isWrittenIn(target)) return null;
  return event.shiftKey ? 'redo' : 'undo';
}

function isWrittenIn(element: Element): boolean {
  if (element instanceof HTMLInputElement) {
    return !/^(?:button|checkbox|radio|range|color|file|submit|reset|image)$/.test(
      element.type,
    );
  }
  return (
    element.matches('textarea, select') ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
