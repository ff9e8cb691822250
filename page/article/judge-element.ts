import { type FurnitureVerdict, judgeName } from '@/core/article/furniture-names';
import { tagOf } from './node-kinds';
import { isHiddenByMarkup } from './visibility';

const FURNITURE_ROLES =
  /^(?:navigation|complementary|search|banner|contentinfo|dialog|alertdialog|menu|menubar|toolbar|tablist|form)$/;

/** Wrappers of a whole page bear the names of everything in them. */
const WRAPPERS = new Set(['html', 'body', 'main', 'article']);
const HEADING = /^h[1-6]$/;
const RANK = ['none', 'unlikely', 'never', 'comments', 'hidden', 'body'] as const;

/** What the element's names and role say of it. */
export function judgeElement(element: Element): FurnitureVerdict {
  const tag = tagOf(element);
  if (isHiddenByMarkup(element)) return 'hidden';
  const itemprop = element.getAttribute('itemprop');
  if (itemprop !== null && /articleBody/i.test(itemprop)) return 'body';
  const role = element.getAttribute('role')?.toLowerCase() ?? '';
  if (role === 'button') return 'never';
  if (FURNITURE_ROLES.test(role)) return 'unlikely';
  const byClass = judgeName(element.getAttribute('class') ?? '');
  const byId = judgeName(element.getAttribute('id') ?? '');
  const byName = RANK.indexOf(byClass) >= RANK.indexOf(byId) ? byClass : byId;
  if (WRAPPERS.has(tag)) return byName === 'body' ? 'body' : 'none';
  // A heading is set among what it names («gallery title»), and goes where no text follows it.
  if (byName === 'unlikely' && HEADING.test(tag)) return 'none';
  if (byName !== 'none') return byName;
  return tag === 'aside' || tag === 'form' || tag === 'header' ? 'unlikely' : 'none';
}
