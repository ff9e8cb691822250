import type { LoggedRequest } from '@/scripts/browsers/serve-hosts';
import { SITE } from './open-session';

/** Browsers call home through any proxy; these are their makers' hosts. */
const MAKERS =
  /(^|[./])(google|googleapis|gstatic|gvt1|mozilla|firefox|mozgcp)\.(com|org|net)([:/]|$)/;

/** What the pages of the sample newspaper themselves load. */
const PAGES_OWN = /\/(newspaper\.css|single-page\.js|favicon\.ico)$/;

/** Requests that neither the pages opened nor the browser's maker account for. */
export function foreignRequests(
  log: readonly LoggedRequest[],
  opened: readonly string[],
): string[] {
  const asked = new Set(log.map(({ url }) => url).filter((url) => !MAKERS.test(url)));
  return [...asked].filter((url) => {
    const isOpened = opened.some((page) => url.split('?')[0] === page);
    return !isOpened && !(url.startsWith(`${SITE}/`) && PAGES_OWN.test(url));
  });
}
