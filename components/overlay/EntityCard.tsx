import { ChevronLeft, ChevronRight, Pin, X } from 'lucide';
import { shownKindOf } from '@/core/model/entity';
import { EntityNames } from '../entity/EntityNames';
import { descriptionOf } from '../entity/entity-names';
import { KindChip } from '../entity/KindChip';
import { IconButton } from '../icon/IconButton';
import { useMarginWords } from '../translation/translation-context';
import { OverlayBox } from './OverlayBox';
import type { OverlayActions, OverlayView } from './overlay-view';

type CardView = Extract<OverlayView, { type: 'entity-card' }>;

interface Props {
  view: CardView;
  actions: Pick<OverlayActions, 'jump' | 'pinCard' | 'dismiss' | 'hoverCard'>;
}

const NAME_ID = 'hw-card-name';

/** Who or what a name on the page is. */
export function EntityCard({ view, actions }: Props) {
  const { t, lang, country } = useMarginWords();
  const { entity, pinned } = view;
  const description = descriptionOf(entity, lang);
  const countryName = entity.country ? country(entity.country) : null;
  // A state is its own country: naming it twice says nothing.
  const showsCountry = countryName !== null && entity.kind !== 'state';

  return (
    <OverlayBox
      anchor={view.anchor}
      position={{ side: 'bottom', align: 'start', whenGone: 'hide' }}
      name="card"
      role="dialog"
      labelledBy={NAME_ID}
      takesFocus={pinned}
      focusKey={entity.id}
      onDismiss={actions.dismiss}
      onHover={actions.hoverCard}
    >
      <header class="hw-card-head">
        <KindChip kind={shownKindOf(entity.kind, view.acts)} />
        {view.acts && <span class="hw-soft">{t(`kind.${entity.kind}`)}</span>}
        {showsCountry && <span class="hw-soft">{countryName}</span>}
        <span class="hw-spring" />
        {pinned ? (
          <IconButton node={X} label={t('card.close')} onClick={actions.dismiss} />
        ) : (
          <IconButton node={Pin} label={t('card.pin')} onClick={actions.pinCard} />
        )}
      </header>
      <EntityNames entity={entity} id={NAME_ID} />
      {description && (
        <p class="hw-card-about" lang={description.lang} dir="auto">
          {description.words}
        </p>
      )}
      {entity.source === 'text' && <p class="hw-soft">{t('card.fromText')}</p>}
      <CardFoot view={view} actions={actions} />
    </OverlayBox>
  );
}

function CardFoot({ view, actions }: Props) {
  const { t } = useMarginWords();
  const { count } = view;
  return (
    <footer class="hw-card-foot">
      {count > 1 && <Stepper view={view} actions={actions} />}
      {count === 1 && <p class="hw-once">{t('count.mentions', { count })}</p>}
      <History history={view.history} />
    </footer>
  );
}

function Stepper({ view, actions }: Props) {
  const { t } = useMarginWords();
  const { entity, index, count } = view;
  return (
    <div class="hw-stepper">
      <IconButton
        node={ChevronLeft}
        directional
        label={t('card.previous')}
        onClick={() => actions.jump(entity.id, 'previous')}
      />
      <span class="hw-figures" aria-live="polite">
        {t('card.position', { index: index + 1, total: count })}
      </span>
      <IconButton
        node={ChevronRight}
        directional
        label={t('card.next')}
        onClick={() => actions.jump(entity.id, 'next')}
      />
    </div>
  );
}

/** The line is there, empty, before the answer is: the card must not jump under the pointer. */
function History({ history }: Pick<CardView, 'history'>) {
  const { t, day } = useMarginWords();
  if (!history) return <p class="hw-soft hw-history">{'\u00a0'}</p>;
  if (history.articles < 2) {
    return <p class="hw-soft hw-history">{t('card.firstMeeting')}</p>;
  }
  const since = history.firstSeenAt === null ? null : day(history.firstSeenAt);
  return (
    <p class="hw-soft hw-history">
      {t('card.metIn', { count: history.articles })}
      {since && ` ${t('card.since', { date: since })}`}
    </p>
  );
}
