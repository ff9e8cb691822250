/** Composition root of the stories page: `#story/ID`, `#history`, `#trash`, `#settings`, else the stories. */
import '@/components/stories-page/stories-page.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { StoriesPage } from '@/components/stories-page/StoriesPage';
import { ReviewTranslation } from '@/components/translation/ReviewTranslation';
import { openDatabase } from '@/storage/database';
import { startLanguage } from '../popup/language';
import { createStoriesModel } from './stories-model';

async function start(root: HTMLElement): Promise<void> {
  const closing = new AbortController();
  window.addEventListener('pagehide', () => closing.abort(), { once: true });
  const language = await startLanguage(closing.signal);
  const model = createStoriesModel({
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
        <StoriesPage state={model.state.value} actions={model.actions} />
      </ReviewTranslation>,
      root,
    );
  });
  model.start();
}

const root = document.getElementById('stories');
if (root) void start(root);
