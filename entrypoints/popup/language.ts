/** The interface's language: the reader's choice, else the browser's, followed as it changes. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { createTranslator, type Translator, uiLanguageOf } from '@/locales/translate';
import { readUiLanguage, watchUiLanguage, writeUiLanguage } from '@/storage/preferences';

export interface Language {
  readonly translator: ReadonlySignal<Translator>;
  /** To the other of the two, for good. */
  toggle(): void;
}

export async function startLanguage(stop: AbortSignal): Promise<Language> {
  const inBrowser = browser.i18n.getUILanguage();
  const preference = await readUiLanguage().catch(() => 'auto' as const);
  const translator = signal(createTranslator(uiLanguageOf(preference, inBrowser)));
  const use = (lang: 'ar' | 'en') => {
    if (translator.value.lang !== lang) translator.value = createTranslator(lang);
  };
  watchUiLanguage((chosen) => use(uiLanguageOf(chosen, inBrowser)), stop);
  return {
    translator,
    toggle() {
      const other = translator.value.lang === 'ar' ? 'en' : 'ar';
      use(other);
      void writeUiLanguage(other);
    },
  };
}
