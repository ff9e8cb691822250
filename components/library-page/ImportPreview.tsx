import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { ImportColumns } from './ImportColumns';
import { ImportRefused } from './ImportRefused';
import { ImportRows } from './ImportRows';
import type { FilePreview, ImportKind, KeepingActions } from './keeping-view';

interface Props {
  preview: FilePreview;
  actions: Pick<KeepingActions, 'bringFileBack' | 'cancelWork' | 'chooseColumns'>;
}

/** Taken unless the reader says otherwise: what takes nothing from what is here. */
const TAKEN: readonly ImportKind[] = ['added', 'changed'];
const OFFERED: readonly ImportKind[] = ['added', 'changed', 'conflicting', 'gone'];

/** What a file holds, and what of it is taken, before anything is. */
export function ImportPreview({ preview, actions }: Props) {
  const { t } = useReviewWords();
  const id = useId();
  const [kinds, setKinds] = useState(TAKEN);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const head = useRef<HTMLHeadingElement>(null);
  const { name, format, table, left, refused } = preview;
  useLayoutEffect(() => {
    if (!table?.chosen) head.current?.focus();
  }, []);
  const offered = OFFERED.filter((kind) => preview.kinds[kind].length > 0);
  const { same } = preview.kinds;

  const take = (kind: ImportKind, isTaken: boolean) =>
    setKinds(isTaken ? [...kinds, kind] : kinds.filter((one) => one !== kind));
  const takeNote = (noteId: string, isTaken: boolean) => {
    const next = new Set(without);
    if (isTaken) next.delete(noteId);
    else next.add(noteId);
    setWithout(next);
  };
  const bring = () =>
    actions.bringFileBack({
      // Of a backup those that are here, too: it may have versions of them that are not.
      kinds: format === 'json' ? [...kinds, 'same'] : [...kinds],
      without: [...without],
    });

  return (
    <section class="hw-keeping-file" aria-labelledby={id}>
      <h3 id={id} ref={head} tabIndex={-1}>
        {t('keeping.preview', { name: isolated(name) })}
      </h3>
      <p class="hw-soft">{t(`import.formats.${format}`)}</p>
      {table && <ImportColumns table={table} onChoose={actions.chooseColumns} />}
      {offered.map((kind) => (
        <div key={kind} class="hw-import-kind">
          <label class="hw-keeping-check">
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={({ currentTarget }) => take(kind, currentTarget.checked)}
            />
            {t(`import.kinds.${kind}`, { count: preview.kinds[kind].length })}
          </label>
          <ImportRows
            rows={preview.kinds[kind]}
            without={kinds.includes(kind) ? without : null}
            onTake={takeNote}
          />
        </div>
      ))}
      {same.length > 0 && (
        <div class="hw-import-kind">
          <p>{t('import.kinds.same', { count: same.length })}</p>
          <ImportRows rows={same} without={null} onTake={takeNote} />
        </div>
      )}
      {offered.length + same.length + left === 0 && <p>{t('import.nothing')}</p>}
      {left > 0 && <ImportRefused left={left} refused={refused} />}
      <div class="hw-keeping-buttons">
        {offered.length > 0 && (
          <button
            type="button"
            class="hw-button hw-button-main"
            disabled={!offered.some((kind) => kinds.includes(kind))}
            onClick={bring}
          >
            {t(format === 'json' ? 'keeping.bringBack' : 'import.take')}
          </button>
        )}
        <button type="button" class="hw-button" onClick={actions.cancelWork}>
          {t(offered.length === 0 ? 'keeping.close' : 'stories.cancel')}
        </button>
      </div>
    </section>
  );
}
