import { useMemo, useRef, useState } from 'preact/hooks';
import { type Entity, mentionTypeOf } from '@/core/model/entity';
import { xrayOf } from '@/core/xray/xray';
import { NoticeLine } from '../control/NoticeLine';
import { KeepingBanners } from '../keeping/KeepingBanners';
import { entityAddress } from '../library-page/about-view';
import { ArticleLine } from '../popup/ArticleLine';
import { CarriedLine } from '../popup/CarriedLine';
import { PopupFoot } from '../popup/PopupFoot';
import { PopupHeader } from '../popup/PopupHeader';
import { StateMessage } from '../popup/StateMessage';
import { Tabs } from '../popup/Tabs';
import { failureText } from '../translation/failure-text';
import { useReviewWords } from '../translation/translation-context';
import { PlacesMap } from './PlacesMap';
import type { PanelActions, PanelState } from './panel-view';
import { ReadingNotes } from './ReadingNotes';
import { XrayNames } from './XrayNames';

interface Props {
  state: PanelState;
  actions: PanelActions;
}

/** The whole side panel: the article beside it, seen through. */
export function Panel({ state, actions }: Props) {
  const { article, notice } = state;
  const main = useRef<HTMLElement>(null);
  return (
    <div class="hw-side">
      <PopupHeader state={state} actions={actions} />
      {article && <ArticleLine article={article} story={state.story} />}
      <main ref={main} class="hw-popup-main">
        <KeepingBanners
          failure={state.unreadable}
          broughtBack={state.broughtBack}
          onSave={() => actions.exportNotes('everything', 'json')}
          onAccept={actions.acceptBroughtBack}
          onUndo={actions.undoBroughtBack}
        />
        {/* Another article starts anew. */}
        <Content key={article?.url} main={main} state={state} actions={actions} />
      </main>
      {notice && <NoticeLine notice={notice} onDismiss={actions.dismissNotice} />}
      <PopupFoot state={{ ...state, hasPanel: false }} actions={actions} />
    </div>
  );
}

type Part = 'names' | 'map' | 'notes';

function Content({
  state,
  actions,
  main,
}: Props & { main: { current: HTMLElement | null } }) {
  const translator = useReviewWords();
  const { t } = translator;
  const [part, setPart] = useState<Part>('names');
  const [chosen, setChosen] = useState<string | null>(null);
  const { page, notes, text, view, map, jump } = state;
  const xray = useMemo(() => text && xrayOf(text), [text]);
  const isReading = page.type === 'reading';
  const entities = isReading ? page.entities : [];
  const notesPart = (
    <ReadingNotes notes={notes} view={view} canJump={isReading} actions={actions} />
  );

  if (!isReading)
    return (
      <>
        <StateMessage page={page} state={state} actions={actions} />
        {notes.length > 0 && (
          <section aria-label={t('panel.notes')}>
            <h3 class="hw-group-head">{t('panel.notes')}</h3>
            {notesPart}
          </section>
        )}
      </>
    );

  const onOpen = state.isPrivate
    ? null
    : (id: string) => actions.openLibrary(entityAddress(id));
  const isOnEarth = ({ kind }: Entity) => mentionTypeOf(kind) === 'LOC';
  /** Another part begins at its beginning. */
  function turnTo(next: Part): void {
    setPart(next);
    main.current?.scrollTo(0, 0);
  }

  return (
    <>
      {page.unkept !== undefined && (
        <p class="hw-banner hw-banner-problem" role="alert">
          <strong>{t('state.unkept')}</strong> {failureText(translator, page.unkept)}
        </p>
      )}
      <Tabs
        label={t('panel.sections')}
        tabs={[
          { id: 'names', label: t('panel.names'), count: entities.length },
          {
            id: 'map',
            label: t('panel.map'),
            count: entities.filter(({ entity }) => isOnEarth(entity)).length,
          },
          { id: 'notes', label: t('panel.notes'), count: notes.length },
        ]}
        chosen={part}
        onChoose={turnTo}
      >
        {part === 'names' && (
          <>
            {!page.painted && <p class="hw-banner">{t('state.unpainted')}</p>}
            <XrayNames
              {...{ entities, xray, view, notes, jump, chosen, onOpen, actions }}
              onChoose={(id) => {
                setChosen(id);
                if (id !== null) bringToName(id);
              }}
              mapOf={(id) =>
                entities.some(({ entity }) => entity.id === id && isOnEarth(entity))
                  ? () => turnTo('map')
                  : null
              }
            />
          </>
        )}
        {part === 'map' && (
          <PlacesMap
            {...{ entities, map, jump, chosen, onOpen, actions }}
            onChoose={setChosen}
          />
        )}
        {part === 'notes' && (
          <>
            <CarriedLine story={state.story} onReview={actions.reviewCarried} />
            {notesPart}
          </>
        )}
      </Tabs>
    </>
  );
}

/** To the line of a name, and with it the focus: what was pressed there may be gone. */
function bringToName(entityId: string): void {
  requestAnimationFrame(() => {
    const extra = document.querySelector(`[data-entity="${CSS.escape(entityId)}"]`);
    const line = extra?.closest('li');
    line?.scrollIntoView({ block: 'nearest' });
    line?.querySelector<HTMLElement>('.hw-xray-toggle')?.focus({ preventScroll: true });
  });
}
