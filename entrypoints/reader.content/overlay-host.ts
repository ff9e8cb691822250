import type { LineActions, LineView } from '@/components/line/line-view';
import type { MountOverlay } from '@/components/overlay/hand-over';
import type { OverlayHandle } from '@/components/overlay/mount-overlay';
import type {
  Notice,
  OverlayActions,
  OverlayView,
} from '@/components/overlay/overlay-view';
import type { UiLanguage } from '@/locales/translate';
import type { BringOverlay } from './bring-overlay';
import { isInPrivateWindow } from './private-window';

export interface OverlayHostPorts {
  document: Document;
  actions: OverlayActions;
  lineActions: LineActions;
  bring: BringOverlay;
  /** What was to be shown cannot be: the overlay could not be brought. A notice waits for the next time. */
  onLost(): void;
}

/**
 * The overlay with the one element that we ever put into a page, there only once
 * something has been shown. Its code comes when something first is to be: then what
 * is wanted at its arrival is shown, the latest view and the latest notice.
 */
export interface OverlayHost {
  show(view: OverlayView): void;
  notify(notice: Notice | null): void;
  showLine(line: LineView | null): void;
  /** Something may be shown soon: brings the code if it was not yet asked for. */
  prepare(): void;
  /** Whether an event came from inside the overlay. */
  isOurs(target: EventTarget | null): boolean;
  /** False when there is nothing to put the focus into. */
  focus(): boolean;
  setLanguage(lang: UiLanguage): void;
  /** While words in the overlay are not saved, no other copy of this script may remove it. */
  markUnsaved(isUnsaved: boolean): void;
  /** Takes the element out of the page; the next `show` puts a new one in. */
  remove(): void;
}

/** Neutral, and with a hyphen: no element of HTML's will ever have this name. */
export const OVERLAY_TAG = 'hw-layer';
/** On a host with words that no copy of this script may take away. */
export const UNSAVED = 'data-unsaved';

export function createOverlayHost(ports: OverlayHostPorts): OverlayHost {
  const { document, actions, lineActions } = ports;
  let lang: UiLanguage = 'en';
  let mount: MountOverlay | null = null;
  let mounted: { host: HTMLElement; overlay: OverlayHandle } | null = null;
  /** What is to be shown and is not yet. */
  let view: OverlayView | null = null;
  let notice: Notice | null = null;
  /** Beside all that; kept, for the page may take our element away. */
  let line: LineView | null = null;
  let isPrepared = false;

  async function bring(): Promise<void> {
    isPrepared = true;
    mount ??= await ports.bring();
  }

  async function draw(): Promise<void> {
    // With the code there, at once.
    if (!mount) await bring();
    if (!mount) {
      view = null;
      ports.onLost();
      return;
    }
    if (!view && !notice && !line) return;
    const overlay = ensure(mount);
    overlay.showLine(line);
    if (view) overlay.show(view);
    if (notice) overlay.notify(notice);
    view = null;
    notice = null;
  }

  function ensure(mount: MountOverlay): OverlayHandle {
    if (mounted?.host.isConnected) return mounted.overlay;
    unmount();
    // One that an instance before us left when it died.
    for (const stale of document.querySelectorAll(`${OVERLAY_TAG}:not([${UNSAVED}])`))
      stale.remove();
    const host = document.createElement(OVERLAY_TAG);
    // The page's rules must not reach the host; set through the object model,
    // which the page's content security policy does not forbid.
    host.style.setProperty('all', 'initial', 'important');
    const root = host.attachShadow({ mode: 'closed' });
    document.documentElement.append(host);
    const isPrivate = isInPrivateWindow;
    mounted = { host, overlay: mount(root, { lang, actions, lineActions, isPrivate }) };
    return mounted.overlay;
  }

  function unmount(): void {
    mounted?.overlay.destroy();
    mounted?.host.remove();
    mounted = null;
  }

  return {
    show(next) {
      view = next.type === 'none' ? null : next;
      if (view) void draw();
      else mounted?.overlay.show(next);
    },
    notify(next) {
      notice = next;
      if (notice) void draw();
      else mounted?.overlay.notify(null);
    },
    showLine(next) {
      line = next;
      if (line) void draw();
      else mounted?.overlay.showLine(null);
    },
    prepare() {
      if (!isPrepared) void bring();
    },
    // Events from a closed shadow root arrive with its host as their target.
    isOurs: (target) => mounted !== null && target === mounted.host,
    focus: () => mounted?.overlay.focus() ?? false,
    setLanguage(next) {
      lang = next;
      mounted?.overlay.setLanguage(next);
    },
    markUnsaved: (isUnsaved) => mounted?.host.toggleAttribute(UNSAVED, isUnsaved),
    remove() {
      view = null;
      notice = null;
      line = null;
      unmount();
    },
  };
}
