/** What the buttons that concern the history and its settings do. */
import type { Signal } from '@preact/signals';
import { ROWS_AT_ONCE } from '@/components/library-page/History';
import type { LibraryActions } from '@/components/library-page/library-view';
import { sendToBackground } from '@/messaging/client';
import type { Forgettable } from '@/messaging/protocol';
import { type HistorySettings, writeHistorySettings } from '@/storage/history-settings';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';

interface Ports {
  query: Signal<string>;
  /** Rows of the history to show. */
  limit: Signal<number>;
  wantsSites: Signal<boolean>;
  settings: Signal<HistorySettings | null>;
  speaker: Speaker;
  language: Language;
}

type HistoryActions = Pick<
  LibraryActions,
  | 'search'
  | 'showMore'
  | 'showSites'
  | 'forgetArticle'
  | 'forgetSite'
  | 'forgetEverything'
  | 'changeSettings'
>;

export function historyActions(ports: Ports): HistoryActions {
  const { query, limit, wantsSites, settings, speaker } = ports;
  const forget = forgettingOf(ports);
  return {
    search(words) {
      query.value = words;
      limit.value = ROWS_AT_ONCE;
    },
    showMore() {
      limit.value += ROWS_AT_ONCE;
    },
    showSites() {
      wantsSites.value = true;
    },
    forgetArticle: (articleId) => forget({ articleId }),
    forgetSite: (site) => forget({ site }),
    forgetEverything: () => forget({ all: true }),
    changeSettings(change) {
      const { value: before } = settings;
      if (before) settings.value = { ...before, ...change };
      writeHistorySettings(change).catch(() => {
        settings.value = before;
        speaker.complainOf('storage-unavailable');
      });
    },
  };
}

/** Forgets, and offers to undo: all that was forgotten while the offer stood. */
function forgettingOf({ speaker, language }: Ports): (what: Forgettable) => void {
  /** What the offer on show would bring back. */
  let offered: { token: string; articles: number }[] = [];

  const undo = () => void bringBack(offered.map(({ token }) => token));

  async function bringBack(tokens: readonly string[]): Promise<void> {
    let count = 0;
    // What was forgotten last comes back first: as it was taken apart.
    for (const token of [...tokens].reverse()) {
      const reply = await sendToBackground('undo-forgetting', { token });
      if (!reply.ok) return speaker.complainOf(reply.error.code);
      count += reply.value.articles;
    }
    speaker.say(language.translator.value.t('story.remembered', { count }));
  }

  return (what) => {
    const token = crypto.randomUUID();
    void sendToBackground('forget-history', { token, what, at: Date.now() }).then(
      (reply) => {
        if (!reply.ok) return speaker.complainOf(reply.error.code);
        const before = speaker.offers(undo) ? offered : [];
        offered = [...before, { token, articles: reply.value.articles }];
        const count = offered.reduce((sum, { articles }) => sum + articles, 0);
        speaker.say(language.translator.value.t('story.forgotten', { count }), undo);
      },
    );
  };
}
