/** What the toolbar's icon says of a tab's article. */
import { browser } from 'wxt/browser';
import { headlineText } from '@/components/story/headline-text';
import { urlKey } from '@/core/article/normalise-url';
import type { Encounter } from '@/core/model/story';
import { chooseHeadline, type Headline } from '@/core/stories/choose-headline';
import { createTranslator, uiLanguageOf } from '@/locales/translate';
import { readUiLanguage } from '@/storage/preferences';
import { isOn, watchSwitch } from '@/storage/site-switch';

const GROUND = '#3d5a80';
const INK = '#ffffff';

/** Beside the icon, and in words where the pointer rests on it, until the tab goes elsewhere: the browser takes both away then. */
export async function showBadge(
  tabId: number,
  encounter: Encounter | null,
  now: number,
): Promise<void> {
  const headline = encounter && chooseHeadline(encounter);
  if (headline === null) return mark(tabId, '');
  const words = createTranslator(
    uiLanguageOf(
      await readUiLanguage().catch(() => 'auto' as const),
      browser.i18n.getUILanguage(),
    ),
  );
  await mark(tabId, badgeOf(headline), headlineText(words, headline, now));
}

/** A sign, or the number of other reports that were read; empty for what is not worth a look. */
function badgeOf(headline: Headline): string {
  switch (headline.type) {
    case 'read-before':
      return '✓';
    case 'republished':
      return '=';
    case 'this-article':
      return '★';
    case 'new-in-story':
      return '+';
    case 'in-story':
      return count(headline.meeting.articles);
    case 'same-story':
      return count(headline.articles);
    case 'related-to-story':
    case 'related':
      return '';
  }
}

function count(articles: number): string {
  if (articles === 0) return '';
  return articles > 99 ? '99+' : String(articles);
}

/** Where a site or a page was switched off nothing is said. */
export function clearBadgesOfSitesOff(): void {
  watchSwitch(() => void clearOff(), new AbortController().signal);
}

async function clearOff(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false }).catch(() => []);
  for (const { id, url } of tabs) {
    if (id === undefined) continue;
    // The address is hidden where the reader gave no leave: nothing is said there either.
    if (url === undefined || !(await isOn(url, urlKey({ url })))) await mark(id, '');
  }
}

async function mark(tabId: number, text: string, title?: string): Promise<void> {
  const { action, i18n } = browser;
  try {
    await action.setBadgeText({ tabId, text });
    await action.setTitle({ tabId, title: title ?? i18n.getMessage('extensionName') });
    if (text === '') return;
    await action.setBadgeBackgroundColor({ tabId, color: GROUND });
    await action.setBadgeTextColor({ tabId, color: INK });
  } catch {
    // The tab was closed meanwhile.
  }
}
