import { BookOpen, Equal, type IconNode, Link2, Split } from 'lucide';
import type { Correction, Explanation } from '@/core/model/story';
import type { Reason, Verdict } from '@/core/similarity/compare-fingerprints';
import { spell } from '@/core/text/spelling';
import type { MarginTranslator } from '@/locales/translate';
import { Icon } from '../icon/Icon';
import { useMarginWords } from '../translation/translation-context';
import { ArticleLink } from './ArticleLink';
import { verdictText } from './verdict-text';

interface Props {
  /** Null while it is being made. */
  explanation: Explanation | null;
  /** Milliseconds since the epoch. */
  now: number;
  /** It stands with the article compared with, which need not be named again. */
  isBesideOther?: boolean;
  /** The reader's own verdict; null takes it back. */
  onSay: (says: Correction['says'] | null) => void;
}

const ICONS: Record<Verdict, IconNode> = {
  'same-text': Equal,
  'same-story': BookOpen,
  related: Link2,
  different: Split,
};

/** A verdict, opened: how sure it is, what is shared, and the reader's own word on it. */
export function Why({ explanation, now, isBesideOther = false, onSay }: Props) {
  const { t } = useMarginWords();
  return (
    <section class="hw-why" aria-label={t('why.label')} aria-busy={explanation === null}>
      {explanation === null ? (
        <p class="hw-soft" role="status">
          {t('why.looking')}
        </p>
      ) : (
        <>
          <VerdictLine explanation={explanation} />
          {!isBesideOther && <Counterpart explanation={explanation} now={now} />}
          <Reasons reasons={explanation.reasons} />
          <Passages passages={explanation.passages} />
          <OwnVerdict said={explanation.said} onSay={onSay} />
        </>
      )}
    </section>
  );
}

function VerdictLine({ explanation: { verdict, score } }: { explanation: Explanation }) {
  const words = useMarginWords();
  const percent = Math.round(100 * Math.min(1, Math.max(0, score)));
  return (
    <p class={`hw-why-verdict hw-why-${verdict}`}>
      <Icon node={ICONS[verdict]} />
      <strong>{verdictText(words, verdict, score)}</strong>
      {(verdict === 'same-text' || verdict === 'same-story') && (
        <span class="hw-soft hw-figures">{words.t('why.sure', { percent })}</span>
      )}
    </p>
  );
}

function Counterpart({
  explanation: { other },
  now,
}: Pick<Props, 'now'> & {
  explanation: Explanation;
}) {
  const { t } = useMarginWords();
  if (other === null) return <p class="hw-soft">{t('why.seed')}</p>;
  return (
    <div>
      <p class="hw-soft">{t('why.with')}</p>
      <ArticleLink
        article={other}
        readAt={other.firstReadAt}
        notes={other.notes}
        now={now}
      />
    </div>
  );
}

function Reasons({ reasons }: Pick<Explanation, 'reasons'>) {
  const words = useMarginWords();
  const { t } = words;
  const facts = withoutRepeats(reasons).flatMap((reason) => factOf(words, reason) ?? []);
  if (facts.length === 0) return <p class="hw-soft">{t('why.nothing')}</p>;
  return (
    <>
      <dl class="hw-why-facts">
        {facts.map(({ kind, label, values }) => (
          <div key={kind} class={`hw-why-fact hw-why-${kind}`}>
            <dt>{label}</dt>
            <dd>
              {values.map((value) => (
                <bdi key={value} class="hw-chip">
                  {value}
                </bdi>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {reasons.some(({ kind }) => kind === 'partial') && (
        <p class="hw-soft">{t('why.partial')}</p>
      )}
    </>
  );
}

/** Rare words that the names shown already say tell nothing more. */
function withoutRepeats(reasons: readonly Reason[]): Reason[] {
  const named = reasons
    .flatMap((reason) =>
      reason.kind === 'actors' || reason.kind === 'places' ? reason.labels : [],
    )
    .map(spell)
    .join('\n');
  return reasons.flatMap((reason) => {
    if (reason.kind !== 'terms') return [reason];
    const labels = reason.labels.filter((label) => !named.includes(spell(label)));
    return labels.length > 0 ? [{ ...reason, labels }] : [];
  });
}

interface Fact {
  kind: Reason['kind'];
  label: string;
  values: string[];
}

function factOf({ t, day }: MarginTranslator, reason: Reason): Fact | null {
  const { kind } = reason;
  switch (kind) {
    case 'text': {
      const percent = Math.round(100 * reason.share);
      return { kind, label: t('why.text'), values: [t('why.textShare', { percent })] };
    }
    case 'title':
      return { kind, label: t('why.title'), values: [t('why.sameTitle')] };
    case 'apart':
      return {
        kind,
        label: t('why.apart'),
        values: [t('why.daysApart', { count: reason.days })],
      };
    case 'partial':
      return null;
    case 'dates':
      return {
        kind,
        label: t('why.dates'),
        values: unique(reason.labels.map((label) => day(label) ?? label)),
      };
    default:
      return { kind, label: t(`why.${kind}`), values: unique(reason.labels) };
  }
}

function unique(labels: readonly string[]): string[] {
  return [...new Set(labels)];
}

/** More than these are no longer read. */
const MOST_PASSAGES = 3;

function Passages({ passages }: Pick<Explanation, 'passages'>) {
  const { t } = useMarginWords();
  if (passages.length === 0) return null;
  return (
    <div class="hw-why-passages">
      <h4>{t('why.passages')}</h4>
      {passages.slice(0, MOST_PASSAGES).map(({ quote, words }) => (
        <blockquote key={quote} dir="auto">
          <p>{quote}</p>
          <footer class="hw-soft">
            <bdi>{t('why.words', { count: words })}</bdi>
          </footer>
        </blockquote>
      ))}
    </div>
  );
}

/** Both buttons stay where they are, whatever was said: the focus is never lost. */
function OwnVerdict({ said, onSay }: Pick<Props, 'onSay'> & Pick<Explanation, 'said'>) {
  const { t } = useMarginWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend.
    <div class="hw-why-own" role="group" aria-label={t('why.question')}>
      {(['same', 'different'] as const).map((says) => (
        <button
          key={says}
          type="button"
          class="hw-button"
          aria-pressed={said === says}
          onClick={() => onSay(said === says ? null : says)}
        >
          {t(`why.${says}`)}
        </button>
      ))}
      <p class="hw-soft hw-why-said" role="status">
        {said !== null && (
          <>
            {t(said === 'same' ? 'why.saidSame' : 'why.saidDifferent')}{' '}
            <button type="button" class="hw-link" onClick={() => onSay(null)}>
              {t('action.undo')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
