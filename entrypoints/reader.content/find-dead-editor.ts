import { OVERLAY_TAG, UNSAVED } from './overlay-host';

/** Firefox's content scripts may look into closed roots. */
interface Host extends Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/**
 * Firefox ends an extension's scripts in all pages when it updates it, and what they
 * put there stays: perhaps an editor, a field to which nobody listens any more. It can
 * be read from now on, not written, and no copy of this script takes it away. Gives
 * its words; null when there is none.
 */
export function findDeadEditor(document: Document): string | null {
  for (const host of document.querySelectorAll<Host>(OVERLAY_TAG)) {
    const field = host.openOrClosedShadowRoot?.querySelector('textarea');
    if (!field) continue;
    field.readOnly = true;
    host.setAttribute(UNSAVED, '');
    return field.value;
  }
  return null;
}
