/** What the buttons of the trash do. */
import type { Signal } from '@preact/signals';
import { ROWS_AT_ONCE } from '@/components/library-page/History';
import type { LibraryActions } from '@/components/library-page/library-view';
import { nextChangeTime } from '@/core/notes/merge-note';
import { sendToBackground } from '@/messaging/client';
import type { BackgroundMessages } from '@/messaging/protocol';
import type { Trash } from '@/storage/trash';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';

interface Ports {
  found: Signal<Trash | null>;
  query: Signal<string>;
  /** Rows to show. */
  limit: Signal<number>;
  speaker: Speaker;
  language: Language;
}

type TrashActions = Pick<
  LibraryActions,
  'searchTrash' | 'showMoreTrash' | 'restoreNote' | 'purgeNote' | 'emptyTrash'
>;

export function trashActions(ports: Ports): TrashActions {
  const { found, query, limit, speaker, language } = ports;

  async function setDeleted(noteId: string, deleted: boolean, last: number) {
    const at = nextChangeTime(last, Date.now());
    const reply = await sendToBackground('set-note-deleted', { noteId, deleted, at });
    if (!reply.ok) speaker.complainOf(reply.error.code);
    return reply.ok ? reply.value.note : null;
  }

  async function restore(noteId: string): Promise<void> {
    const note = found.value?.notes.find((one) => one.note.id === noteId)?.note;
    const restored = await setDeleted(noteId, false, note?.updatedAt ?? 0);
    if (restored === null) return;
    speaker.say(
      language.translator.value.t('trash.restored'),
      () => void setDeleted(noteId, true, restored.updatedAt),
    );
  }

  function purge(what: BackgroundMessages['purge-notes']['request']['what']): void {
    // A clock that was set back must not leave those in that were thrown away "later".
    const deletedAt = found.value?.notes.map(({ note }) => note.deletedAt ?? 0) ?? [];
    const at = Math.max(Date.now(), ...deletedAt);
    void sendToBackground('purge-notes', { what, at }).then((reply) => {
      if (!reply.ok) return speaker.complainOf(reply.error.code);
      const { purged } = reply.value;
      speaker.say(language.translator.value.t('trash.purged', { count: purged }));
    });
  }

  return {
    searchTrash(words) {
      query.value = words;
      limit.value = ROWS_AT_ONCE;
    },
    showMoreTrash() {
      limit.value += ROWS_AT_ONCE;
    },
    restoreNote: (noteId) => void restore(noteId),
    purgeNote: (noteId) => purge({ noteId }),
    emptyTrash: () => purge({ all: true }),
  };
}
