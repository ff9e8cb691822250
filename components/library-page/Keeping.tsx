import { useId, useRef } from 'preact/hooks';
import { Switch } from '../control/Switch';
import { failureText } from '../translation/failure-text';
import { useReviewWords } from '../translation/translation-context';
import { KeepingFile } from './KeepingFile';
import type { KeepingActions, KeepingPart } from './keeping-view';
import { LastBroughtLine } from './LastBroughtLine';

interface Props {
  keeping: KeepingPart;
  /** Milliseconds since the epoch. */
  now: number;
  actions: KeepingActions;
}

/** Where the notes are, how often, and how they come back. */
export function Keeping({ keeping, now, actions }: Props) {
  const translator = useReviewWords();
  const { t } = translator;
  const { trouble, work, lastBrought } = keeping;
  return (
    <section id="hw-keeping" class="hw-settings" aria-labelledby="hw-keeping-head">
      <h2 id="hw-keeping-head">{t('keeping.head')}</h2>
      <Facts keeping={keeping} now={now} actions={actions} />
      {trouble !== null && (
        <p class="hw-banner hw-banner-problem" role="alert">
          <strong>{t('keeping.trouble')}</strong> {failureText(translator, trouble)}
        </p>
      )}
      <div class="hw-keeping-buttons">
        <button
          type="button"
          class="hw-button hw-button-main"
          disabled={work !== null}
          onClick={actions.backUpNow}
        >
          {t('keeping.now')}
        </button>
        <button type="button" class="hw-button" onClick={actions.saveFile}>
          {t('keeping.saveFile')}
        </button>
        <FileButton disabled={work !== null} onChoose={actions.chooseFile} />
      </div>
      {work && <KeepingFile work={work} actions={actions} />}
      {lastBrought && (
        <LastBroughtLine
          last={lastBrought}
          now={now}
          disabled={work !== null}
          onUndo={actions.undoLastBrought}
        />
      )}
      <WeeklyFile keeping={keeping} now={now} actions={actions} />
      <Generations keeping={keeping} now={now} actions={actions} />
    </section>
  );
}

function Facts({ keeping, now, actions }: Props) {
  const { t, moment, size } = useReviewWords();
  const { persisted, bytes, writtenAt, check, damaged, trash, due } = keeping;
  const when = (at: number | null) =>
    at === null ? t('keeping.never') : moment(at, now);
  return (
    <dl class="hw-keeping-facts">
      <Fact name={t('keeping.notesHere')}>
        {t('tally.notes', { count: keeping.notes })}
        {trash > 0 && ` · ${t('keeping.trash', { count: trash })}`}
        {bytes !== null && ` · ${size(bytes)}`}
      </Fact>
      <Fact name={t('keeping.byBrowser')}>
        {persisted === true ? t('keeping.yes') : t('keeping.no')}
        {persisted === false && (
          <button type="button" class="hw-link" onClick={actions.askToPersist}>
            {t('keeping.ask')}
          </button>
        )}
      </Fact>
      <Fact name={t('keeping.lastBackup')}>
        {when(writtenAt)}
        {due > 0 && ` · ${t('keeping.due', { count: due })}`}
      </Fact>
      {check !== null && (
        <Fact name={t('keeping.checked')}>
          {`${when(check.at)} · `}
          {check.mended + check.reattached === 0
            ? t('keeping.sound')
            : t('keeping.mended', { count: check.mended + check.reattached })}
        </Fact>
      )}
      {damaged > 0 && (
        <Fact name={t('keeping.damaged')}>
          {t('keeping.setAside', { count: damaged })}
          <button type="button" class="hw-link" onClick={actions.saveDamaged}>
            {t('keeping.saveDamaged')}
          </button>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A button of ours for the browser's own chooser of files. */
function FileButton(props: { disabled: boolean; onChoose: (file: File) => void }) {
  const { t } = useReviewWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="hw-button"
        disabled={props.disabled}
        onClick={() => input.current?.click()}
      >
        {t('keeping.restoreFile')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,.jsonld,.csv,.tsv,.txt,application/json,application/ld+json,text/csv"
        hidden
        aria-label={t('keeping.restoreFile')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again.
          if (file) props.onChoose(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function WeeklyFile({ keeping: { file }, now, actions }: Props) {
  const { t, moment, lookUp } = useReviewWords();
  const hint = useId();
  const trouble = file.trouble && lookUp(`keeping.fileTrouble.${file.trouble}`);
  return (
    <div class="hw-setting">
      <Switch
        label={t('keeping.weekly')}
        on={file.wanted}
        describedBy={hint}
        onChange={actions.setWeeklyFile}
      />
      <p id={hint} class="hw-soft">
        {t('keeping.weeklyHint')}
        {file.wanted && file.writtenAt !== null && (
          <> {t('keeping.weeklyLast', { when: moment(file.writtenAt, now) })}</>
        )}
      </p>
      {file.wanted && file.trouble !== null && (
        <p class="hw-banner hw-banner-problem" role="alert">
          {trouble ?? t('keeping.fileTrouble.failed')}
        </p>
      )}
    </div>
  );
}

function Generations({ keeping: { generations, work }, now, actions }: Props) {
  const { t, moment } = useReviewWords();
  if (generations.length === 0) return null;
  return (
    <details class="hw-fold">
      <summary>{t('keeping.generations', { count: generations.length })}</summary>
      <p class="hw-soft">{t('keeping.generationsHint')}</p>
      <ul>
        {generations.map(({ number, at, kind, notes }) => {
          const when = moment(at, now);
          return (
            <li key={number} class="hw-site-row">
              <span class="hw-keeping-when">
                {when} · {t('tally.notes', { count: notes })}
                {kind !== 'daily' && ` · ${t(`keeping.kinds.${kind}`)}`}
              </span>
              <button
                type="button"
                class="hw-button hw-button-small"
                disabled={work !== null}
                aria-label={t('keeping.bringBackNamed', { when })}
                onClick={() => actions.restoreGeneration(number)}
              >
                {t('keeping.bringBack')}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
