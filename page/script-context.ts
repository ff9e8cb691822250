/**
 * Stands in the content script for WXT's class of the same name
 * (`scripts/slim-reader.ts`), of which we use only this: the signal aborts when
 * a newer copy of the script starts in the page.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor(name: string) {
    const controller = new AbortController();
    const started = `hawashi:${name}-started`;
    // Before it listens itself: only those that came earlier hear it.
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => controller.abort(), { once: true });
    this.signal = controller.signal;
  }
}
