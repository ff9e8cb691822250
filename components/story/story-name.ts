import type { Kin, Story } from '@/core/model/story';
import type { MarginTranslator } from '@/locales/translate';

/** As the reader calls it, else as it came with the extension; never empty. */
export function storyName(
  { lang, t }: MarginTranslator,
  { name, names = {} }: Pick<Story, 'name' | 'names'>,
): string {
  return name.trim() || names[lang] || names.ar || names.en || t('story.unnamed');
}

/** A name for a sentence: whatever its direction, it does not turn the words around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** The site's name, else its host; empty when neither is known. */
export function siteOf({ siteName, url }: Pick<Kin, 'siteName' | 'url'>): string {
  if (siteName !== '') return siteName;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
