/** Tab goes round inside a dialog. */

const FOCUSABLE =
  'button:not([disabled]), input:not([disabled]), textarea, [href], [tabindex="0"]';

/** All that Tab would visit; of a group of radio buttons only the checked one. */
export function focusableIn(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) =>
      !(element instanceof HTMLInputElement && element.type === 'radio') ||
      element.checked,
  );
}

/** To be called with every keydown inside `box`. */
export function cycleTab(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const stops = focusableIn(box);
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) {
    event.preventDefault();
    return;
  }
  const root = box.getRootNode() as Document | ShadowRoot;
  const active = root.activeElement;
  const leaving = event.shiftKey
    ? active === first || active === box
    : active === last || active === box;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
