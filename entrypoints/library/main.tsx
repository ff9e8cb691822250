/** Composition root of the library; its address says which part of it is shown (`read-route.ts`). */
import '@/components/library-page/library-page.css';
import '@/components/library-page/review.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { LibraryPage } from '@/components/library-page/LibraryPage';
import { ReviewTranslation } from '@/components/translation/ReviewTranslation';
import { openDatabase } from '@/storage/database';
import { startLanguage } from '../popup/language';
import { createLibraryModel } from './library-model';

async function start(root: HTMLElement): Promise<void> {
  const closing = new AbortController();
  window.addEventListener('pagehide', () => closing.abort(), { once: true });
  const language = await startLanguage(closing.signal);
  const model = createLibraryModel({
    db: openDatabase(),
    language,
    closing: closing.signal,
  });
  effect(() => {
    const translator = language.translator.value;
    const page = document.documentElement;
    page.lang = translator.lang;
    page.dir = translator.direction;
    document.title = model.title.value;
    render(
      <ReviewTranslation translator={translator}>
        <LibraryPage state={model.state.value} actions={model.actions} />
      </ReviewTranslation>,
      root,
    );
  });
  model.start();
}

const root = document.getElementById('library');
if (root) void start(root);
