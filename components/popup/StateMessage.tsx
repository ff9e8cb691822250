import {
  EyeOff,
  FileQuestionMark,
  type IconNode,
  LoaderCircle,
  Lock,
  PowerOff,
  ShieldQuestionMark,
  TriangleAlert,
} from 'lucide';
import { Icon } from '../icon/Icon';
import { isolated } from '../story/story-name';
import { failureText } from '../translation/failure-text';
import { useReviewWords } from '../translation/translation-context';
import type { PopupActions, PopupPage, PopupState } from './popup-view';

interface Props {
  page: Exclude<PopupPage, { type: 'reading' }>;
  state: Pick<PopupState, 'site' | 'switches' | 'busy'>;
  actions: Pick<
    PopupActions,
    'readOnce' | 'allowSite' | 'readAnyway' | 'switchPage' | 'switchSite' | 'reloadPage'
  >;
}

const ICONS: Record<Props['page']['type'], IconNode> = {
  looking: LoaderCircle,
  forbidden: Lock,
  hidden: EyeOff,
  'not-allowed': ShieldQuestionMark,
  off: PowerOff,
  'not-article': FileQuestionMark,
  failed: TriangleAlert,
};

/** Why there are no names here, and what can be done about it. */
export function StateMessage(props: Props) {
  const { title, hint } = useWords(props);
  return (
    <section class={`hw-state hw-state-${props.page.type}`}>
      <span class="hw-state-icon">
        <Icon node={ICONS[props.page.type]} size={28} />
      </span>
      <h2>{title}</h2>
      <p class="hw-soft">{hint}</p>
      <Choices {...props} />
    </section>
  );
}

function useWords({ page, state }: Props): { title: string; hint: string } {
  const translator = useReviewWords();
  const { t } = translator;
  // The host is isolated: it must not turn the sentence around it.
  const site = state.site ? isolated(state.site) : t('site.thisSite');
  switch (page.type) {
    case 'looking':
      return { title: t('popup.loading'), hint: t('popup.loadingHint') };
    case 'forbidden':
      return { title: t('state.forbidden'), hint: t('state.forbiddenHint') };
    case 'hidden':
      return { title: t('state.hidden'), hint: t('state.hiddenHint') };
    case 'not-allowed':
      return {
        title: t('state.notAllowed', { site }),
        hint: t('state.notAllowedHint'),
      };
    case 'off':
      return {
        title: state.switches?.site ? t('state.offPage') : t('state.offSite', { site }),
        hint: t('state.offHint'),
      };
    case 'not-article':
      return { title: t('state.notArticle'), hint: t('state.notArticleHint') };
    case 'failed':
      return { title: t('state.failed'), hint: failureText(translator, page.code) };
  }
}

function Choices({ page, state, actions }: Props) {
  const { t } = useReviewWords();
  const { busy } = state;
  switch (page.type) {
    case 'not-allowed':
      return (
        <div class="hw-choices">
          <Choice
            main
            busy={busy}
            onClick={actions.readOnce}
            words={t('state.readOnce')}
          />
          <Choice busy={busy} onClick={actions.allowSite} words={t('state.alwaysHere')} />
        </div>
      );
    case 'not-article':
      return (
        <div class="hw-choices">
          <Choice
            main
            busy={busy}
            onClick={actions.readAnyway}
            words={t('state.readAnyway')}
          />
        </div>
      );
    case 'off':
      return (
        <div class="hw-choices">
          {state.switches?.site ? (
            <Choice
              main
              busy={busy}
              onClick={() => actions.switchPage(true)}
              words={t('state.turnOnPage')}
            />
          ) : (
            <Choice
              main
              busy={busy}
              onClick={() => actions.switchSite(true)}
              words={t('state.turnOnSite')}
            />
          )}
        </div>
      );
    case 'failed':
      return (
        <div class="hw-choices">
          <Choice
            main
            busy={busy}
            onClick={actions.reloadPage}
            words={t('action.reload')}
          />
        </div>
      );
    default:
      return null;
  }
}

function Choice(props: {
  words: string;
  onClick: () => void;
  busy: boolean;
  main?: boolean;
}) {
  return (
    <button
      type="button"
      class={props.main ? 'hw-button hw-button-main' : 'hw-button'}
      aria-disabled={props.busy}
      onClick={props.onClick}
    >
      {props.words}
    </button>
  );
}
