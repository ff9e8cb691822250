import { Languages } from 'lucide';
import { Switch } from '../control/Switch';
import { Icon } from '../icon/Icon';
import { Mark } from '../icon/Mark';
import { useReviewWords } from '../translation/translation-context';
import type { PopupActions, PopupState } from './popup-view';

interface Props {
  state: Pick<PopupState, 'site' | 'switches'>;
  actions: Pick<PopupActions, 'switchSite' | 'switchPage' | 'toggleLanguage'>;
}

export function PopupHeader({ state, actions }: Props) {
  const { t, lang } = useReviewWords();
  const { site, switches } = state;
  return (
    <header class="hw-popup-head">
      <div class="hw-popup-brand">
        <Mark size={26} />
        <h1>{t('app.name')}</h1>
        {site && (
          <span class="hw-site">
            <bdi dir="ltr">{site}</bdi>
          </span>
        )}
        <span class="hw-spring" />
        <button
          type="button"
          class="hw-language"
          lang={lang === 'ar' ? 'en' : 'ar'}
          title={t('popup.languageLabel')}
          onClick={actions.toggleLanguage}
        >
          <Icon node={Languages} />
          {t('popup.language')}
        </button>
      </div>
      {switches && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend.
        <div class="hw-switches" role="group" aria-label={t('site.label')}>
          <Switch
            label={t('site.thisSite')}
            on={switches.site}
            onChange={actions.switchSite}
          />
          <Switch
            label={t('site.thisPage')}
            on={switches.site && switches.page}
            disabled={!switches.site}
            onChange={actions.switchPage}
          />
        </div>
      )}
    </header>
  );
}
