import type { Kin } from '@/core/model/story';
import { KinLine } from '../story/KinLine';
import { Why } from '../story/Why';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions, LineView, WhySubject } from './line-view';

interface Props {
  view: LineView;
  actions: Pick<LineActions, 'openWhy' | 'closeWhy' | 'sayLikeness'>;
}

/** The others are in the popup. */
const MOST = 3;

/** The articles nearest to this one, each with its why; a story's own, where it has no article to show. */
export function KinPart({ view, actions }: Props) {
  const { t } = useMarginWords();
  const kin = kinOf(view);
  const asked = view.why && 'story' in view.why.subject ? view.why.subject.story : null;
  const story = view.following ?? asked;
  return (
    <>
      {kin.length > 0 && (
        <ul>
          {kin.map((one, at) => (
            <KinLine key={one.articleId} kin={one} now={view.now}>
              <div class="hw-panel-row">
                <span class="hw-chip">{t(`likeness.${one.verdict}`)}</span>
                <WhyButton view={view} subject={{ kin: one, at }} actions={actions} />
              </div>
              <WhyAnswer view={view} subject={{ kin: one, at }} actions={actions} />
            </KinLine>
          ))}
        </ul>
      )}
      {kin.length === 0 && story && (
        <div class="hw-kin">
          <WhyButton view={view} subject={{ story }} actions={actions} />
          <WhyAnswer view={view} subject={{ story }} actions={actions} />
        </div>
      )}
    </>
  );
}

/** The one that is asked about stays in its place, whatever the reader says of it. */
function kinOf({ encounter, why }: LineView): Kin[] {
  const kin = [...encounter.copies, ...encounter.sameStory, ...encounter.related];
  const subject = why?.subject;
  if (subject && 'kin' in subject) {
    const found = kin.findIndex(({ articleId }) => articleId === subject.kin.articleId);
    const [held = subject.kin] = found < 0 ? [] : kin.splice(found, 1);
    kin.splice(subject.at, 0, held);
  }
  return kin.slice(0, MOST);
}

type PartProps = Props & { subject: WhySubject };

function isAsked({ why }: LineView, subject: WhySubject): boolean {
  return why !== null && idOf(why.subject) === idOf(subject);
}

function idOf(subject: WhySubject): string {
  return 'kin' in subject ? subject.kin.articleId : subject.story.id;
}

function WhyButton({ view, subject, actions }: PartProps) {
  const { t } = useMarginWords();
  if (!view.isKept) return null;
  const open = isAsked(view, subject);
  return (
    <button
      type="button"
      class="hw-link"
      aria-expanded={open}
      onClick={() => (open ? actions.closeWhy() : actions.openWhy(subject))}
    >
      {t('why.open')}
    </button>
  );
}

function WhyAnswer({ view, subject, actions }: PartProps) {
  if (!view.why || !isAsked(view, subject)) return null;
  return (
    <Why
      explanation={view.why.explanation}
      now={view.now}
      isBesideOther={'kin' in subject}
      onSay={actions.sayLikeness}
    />
  );
}
