/** Puts words on the clipboard; false when the browser does not allow it. Call it in answer to a press. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  try {
    // Not there on pages without https.
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Forbidden by the page's permissions policy: the older way may still work.
  }
  let copied = false;
  const write = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    copied = true;
  };
  const view = document.defaultView;
  view?.addEventListener('copy', write, { capture: true, once: true });
  document.execCommand('copy');
  view?.removeEventListener('copy', write, { capture: true });
  return copied;
}
