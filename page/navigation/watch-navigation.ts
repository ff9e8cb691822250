/** Follows the address of a single-page site. */
export interface NavigationWatch {
  /** Looks at the address now: call it when the page's content has changed. */
  check(): void;
}

/**
 * Calls back with the new address after `pushState`, `replaceState`, back,
 * forward and changes of the fragment. A content script cannot patch
 * `history` in the page's world: the Navigation API (Chrome 102, Firefox 147)
 * tells of these; elsewhere `check` finds out at the next change of content.
 */
export function watchNavigation(
  view: Window,
  onNavigate: (url: string) => void,
  signal: AbortSignal,
): NavigationWatch {
  let url = view.location.href;
  function check(): void {
    if (signal.aborted || view.location.href === url) return;
    url = view.location.href;
    onNavigate(url);
  }
  const navigation: EventTarget | undefined =
    'navigation' in view ? (view.navigation as EventTarget | undefined) : undefined;
  navigation?.addEventListener('currententrychange', check, { signal });
  navigation?.addEventListener('navigatesuccess', check, { signal });
  view.addEventListener('popstate', check, { signal });
  view.addEventListener('hashchange', check, { signal });
  return { check };
}
