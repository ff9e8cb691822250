/** Writes chosen notes to a file, which the reader may stop. */
import type { NotesActions } from '@/components/library-page/notes-view';
import { attempt } from '@/storage/failure';
import { readExportOfNotes } from '@/storage/read-export-data';
import { writeFile } from '../popup/export-notes';
import { type ChosenPorts, idsOf } from './change-chosen';

type Exports = Pick<NotesActions, 'exportChosen' | 'stopWriting'>;

export function exportChosen(ports: ChosenPorts): Exports {
  const { db, busy, speaker, language } = ports;
  let writing = new AbortController();

  return {
    stopWriting: () => writing.abort(),
    exportChosen(format) {
      if (busy.value !== null) return;
      writing = new AbortController();
      const { signal } = writing;
      const { lang, t } = language.translator.value;
      busy.value = { done: 0, all: 0, canStop: true };
      const read = attempt(db, async () =>
        readExportOfNotes(db, { noteIds: await idsOf(ports), now: Date.now() }),
      );
      read
        .then(async (data) => {
          if (!data.ok) return speaker.complainOf(data.error.code);
          const all = data.value.notes.length;
          const onProgress = (share: number) => {
            busy.value = { done: Math.round(share * all), all, canStop: true };
          };
          await writeFile(data.value, { format, lang }, { signal, onProgress });
          speaker.say(t('export.done'));
        })
        .catch(() => {
          if (signal.aborted) speaker.say(t('export.cancelled'));
          else speaker.complainOf('unexpected');
        })
        .finally(() => {
          busy.value = null;
        });
    },
  };
}
