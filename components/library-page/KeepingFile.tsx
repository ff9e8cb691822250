import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useReviewWords } from '../translation/translation-context';
import type { FilePreview, KeepingActions, KeepingWork } from './keeping-view';

interface Props {
  work: KeepingWork;
  actions: Pick<KeepingActions, 'bringFileBack' | 'cancelWork'>;
}

/** What a file holds, before anything of it is taken; then how far that is. */
export function KeepingFile({ work, actions }: Props) {
  return work.type === 'preview' ? (
    <Preview preview={work.preview} actions={actions} />
  ) : (
    <Progress {...work} onCancel={actions.cancelWork} />
  );
}

function Preview({
  preview,
  actions,
}: {
  preview: FilePreview;
  actions: Props['actions'];
}) {
  const { t } = useReviewWords();
  const [withGone, setWithGone] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => head.current?.focus(), []);
  const { added, changed, same, gone, unsound } = preview;
  const isNothing = added + changed + gone === 0;
  return (
    <section class="hw-keeping-file" aria-labelledby="hw-keeping-file">
      <h3 id="hw-keeping-file" ref={head} tabIndex={-1}>
        {t('keeping.preview', { name: `\u2068${preview.name}\u2069` })}
      </h3>
      <ul class="hw-plain">
        <li>{t('keeping.new', { count: added })}</li>
        <li>{t('keeping.changed', { count: changed })}</li>
        <li>{t('keeping.same', { count: same })}</li>
        {unsound > 0 && <li>{t('keeping.unsound', { count: unsound })}</li>}
      </ul>
      {gone > 0 && (
        <label class="hw-keeping-check">
          <input
            type="checkbox"
            checked={withGone}
            onChange={() => setWithGone(!withGone)}
          />
          {t('keeping.gone', { count: gone })}
        </label>
      )}
      <div class="hw-keeping-buttons">
        {!isNothing && (
          <button
            type="button"
            class="hw-button hw-button-main"
            onClick={() => actions.bringFileBack(withGone)}
          >
            {t('keeping.bringBack')}
          </button>
        )}
        <button type="button" class="hw-button" onClick={actions.cancelWork}>
          {t(isNothing ? 'keeping.close' : 'stories.cancel')}
        </button>
      </div>
    </section>
  );
}

/** `all` is 0 while it is not known. */
function Progress(props: { done: number; all: number; onCancel: () => void }) {
  const { t } = useReviewWords();
  const id = useId();
  const { done, all } = props;
  return (
    <div class="hw-keeping-file" role="status">
      <div class="hw-keeping-progress">
        <span id={id}>
          {all === 0 ? t('keeping.working') : t('keeping.progress', { done, all })}
        </span>
        {all === 0 ? (
          <progress aria-labelledby={id} />
        ) : (
          <progress aria-labelledby={id} value={done} max={all} />
        )}
      </div>
      {all > 0 && (
        <button type="button" class="hw-button" onClick={props.onCancel}>
          {t('stories.cancel')}
        </button>
      )}
    </div>
  );
}
