import { mountOverlay, type OverlayHandle } from '@/components/overlay/mount-overlay';
import type {
  Notice,
  OverlayActions,
  OverlayView,
} from '@/components/overlay/overlay-view';
import type { UiLanguage } from '@/locales/translate';

/** The overlay with the one element that we ever put into a page, there only once something has been shown. */
export interface OverlayHost {
  show(view: OverlayView): void;
  notify(notice: Notice | null): void;
  /** Whether an event came from inside the overlay. */
  isOurs(target: EventTarget | null): boolean;
  focus(): void;
  setLanguage(lang: UiLanguage): void;
  /** While words in the overlay are not saved, no other copy of this script may remove it. */
  markUnsaved(isUnsaved: boolean): void;
  /** Takes the element out of the page; the next `show` puts a new one in. */
  remove(): void;
}

/** Neutral, and with a hyphen: no element of HTML's will ever have this name. */
const TAG = 'hw-layer';
const UNSAVED = 'data-unsaved';

export function createOverlayHost(
  document: Document,
  actions: OverlayActions,
): OverlayHost {
  let lang: UiLanguage = 'en';
  let mounted: { host: HTMLElement; overlay: OverlayHandle } | null = null;

  function ensure(): OverlayHandle {
    if (mounted?.host.isConnected) return mounted.overlay;
    remove();
    // One that an instance before us left when it died.
    for (const stale of document.querySelectorAll(`${TAG}:not([${UNSAVED}])`))
      stale.remove();
    const host = document.createElement(TAG);
    // The page's rules must not reach the host; set through the object model,
    // which the page's content security policy does not forbid.
    host.style.setProperty('all', 'initial', 'important');
    const root = host.attachShadow({ mode: 'closed' });
    document.documentElement.append(host);
    mounted = { host, overlay: mountOverlay(root, { lang, actions }) };
    return mounted.overlay;
  }

  function remove(): void {
    mounted?.overlay.destroy();
    mounted?.host.remove();
    mounted = null;
  }

  return {
    show(view) {
      if (view.type !== 'none') ensure().show(view);
      else mounted?.overlay.show(view);
    },
    notify(notice) {
      if (notice) ensure().notify(notice);
      else mounted?.overlay.notify(null);
    },
    // Events from a closed shadow root arrive with its host as their target.
    isOurs: (target) => mounted !== null && target === mounted.host,
    focus: () => void mounted?.overlay.focus(),
    setLanguage(next) {
      lang = next;
      mounted?.overlay.setLanguage(next);
    },
    markUnsaved: (isUnsaved) => mounted?.host.toggleAttribute(UNSAVED, isUnsaved),
    remove,
  };
}
