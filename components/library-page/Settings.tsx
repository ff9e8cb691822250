import { useId } from 'preact/hooks';
import { Switch } from '../control/Switch';
import { useReviewWords } from '../translation/translation-context';
import { Keeping } from './Keeping';
import type { KeepingActions } from './keeping-view';
import {
  type HistorySettings,
  KEEP_CHOICES,
  type KeepDays,
  type LibraryActions,
  type LibraryState,
} from './library-view';

interface Props {
  state: Pick<LibraryState, 'settings' | 'keeping' | 'now'>;
  actions: Pick<LibraryActions, 'changeSettings' | keyof KeepingActions>;
}

/** What is remembered, for how long, and what of it the pages show. */
export function Settings({ state, actions }: Props) {
  const { settings, keeping, now } = state;
  const { t } = useReviewWords();
  if (settings === null) return <div aria-busy="true" />;
  return (
    <>
      <h1>{t('parts.settings')}</h1>
      <section class="hw-settings">
        <SettingSwitch name="recording" settings={settings} actions={actions} />
        <KeepChoice value={settings.keepDays} actions={actions} />
      </section>
      <section class="hw-settings" aria-labelledby="hw-in-pages">
        <h2 id="hw-in-pages">{t('settings.inPages')}</h2>
        <SettingSwitch name="showLine" settings={settings} actions={actions} />
        <SettingSwitch name="markNew" settings={settings} actions={actions} />
      </section>
      {keeping && <Keeping keeping={keeping} now={now} actions={actions} />}
      <section class="hw-settings" aria-labelledby="hw-privacy">
        <h2 id="hw-privacy">{t('settings.privacy')}</h2>
        <ul class="hw-plain">
          <li>{t('settings.kept')}</li>
          <li>{t('settings.where')}</li>
          <li>{t('settings.private')}</li>
          <li>
            <a class="hw-link" href="#history">
              {t('settings.forget')}
            </a>
          </li>
        </ul>
      </section>
    </>
  );
}

const SWITCH_WORDS = {
  recording: ['settings.recording', 'settings.recordingHint'],
  showLine: ['settings.line', 'settings.lineHint'],
  markNew: ['settings.marks', 'settings.marksHint'],
} as const;

function SettingSwitch({
  name,
  settings,
  actions,
}: {
  name: keyof typeof SWITCH_WORDS;
  settings: HistorySettings;
  actions: Pick<LibraryActions, 'changeSettings'>;
}) {
  const { t } = useReviewWords();
  const hint = useId();
  const [label, explanation] = SWITCH_WORDS[name];
  return (
    <div class="hw-setting">
      <Switch
        label={t(label)}
        on={settings[name]}
        describedBy={hint}
        onChange={(on) => actions.changeSettings({ [name]: on })}
      />
      <p id={hint} class="hw-soft">
        {t(explanation)}
      </p>
    </div>
  );
}

function KeepChoice({ value, actions }: { value: KeepDays; actions: Props['actions'] }) {
  const { t } = useReviewWords();
  const words = (days: KeepDays) => {
    if (days === null) return t('settings.forever');
    return days === 365 ? t('settings.year') : t('settings.days', { count: days });
  };
  return (
    <fieldset class="hw-setting hw-choice-row" aria-describedby="hw-keep-hint">
      <legend>{t('settings.keep')}</legend>
      <div class="hw-radios">
        {KEEP_CHOICES.map((days) => (
          <label key={days} class="hw-radio">
            <input
              type="radio"
              name="keep"
              checked={days === value}
              onChange={() => actions.changeSettings({ keepDays: days })}
            />
            {words(days)}
          </label>
        ))}
      </div>
      <p id="hw-keep-hint" class="hw-soft">
        {t('settings.keepHint')}
      </p>
    </fieldset>
  );
}
