import { useState } from 'preact/hooks';
import { NoticeLine } from '../control/NoticeLine';
import { KeepingBanners } from '../keeping/KeepingBanners';
import { entityAddress } from '../library-page/about-view';
import { failureText } from '../translation/failure-text';
import { useReviewWords } from '../translation/translation-context';
import { ArticleLine } from './ArticleLine';
import { CarriedLine } from './CarriedLine';
import { EntityList } from './EntityList';
import { FormerNotes } from './FormerNotes';
import { NoteList } from './NoteList';
import { PopupFoot } from './PopupFoot';
import { PopupHeader } from './PopupHeader';
import type { PopupActions, PopupState } from './popup-view';
import { StateMessage } from './StateMessage';
import { StorySection } from './StorySection';
import { Tabs } from './Tabs';

interface Props {
  state: PopupState;
  actions: PopupActions;
}

/** The whole popup: what the page says, and what the reader wrote in its margin. */
export function Popup({ state, actions }: Props) {
  const { t } = useReviewWords();
  const { article, notice } = state;
  return (
    <div class="hw-popup">
      <PopupHeader state={state} actions={actions} />
      {article && <ArticleLine article={article} story={state.story} />}
      <main class="hw-popup-main">
        <KeepingBanners
          failure={state.unreadable}
          broughtBack={state.broughtBack}
          onSave={() => actions.exportNotes('everything', 'json')}
          onAccept={actions.acceptBroughtBack}
          onUndo={actions.undoBroughtBack}
        />
        {state.isPrivate && <p class="hw-banner">{t('popup.private')}</p>}
        <Content state={state} actions={actions} />
      </main>
      {notice && <NoticeLine notice={notice} onDismiss={actions.dismissNotice} />}
      <PopupFoot state={state} actions={actions} />
    </div>
  );
}

type Part = 'names' | 'notes';

function Content({ state, actions }: Props) {
  const translator = useReviewWords();
  const { t } = translator;
  const [part, setPart] = useState<Part>('names');
  const { page, notes, article } = state;

  const noteList = (
    <NoteList rows={notes} canJump={page.type === 'reading'} actions={actions} />
  );
  if (page.type !== 'reading') {
    return (
      <>
        <StateMessage page={page} state={state} actions={actions} />
        {notes.length > 0 && (
          <section aria-label={t('popup.notes')}>
            <h3 class="hw-group-head">{t('popup.notes')}</h3>
            {noteList}
          </section>
        )}
      </>
    );
  }
  return (
    <>
      {page.unkept !== undefined && (
        <p class="hw-banner hw-banner-problem" role="alert">
          <strong>{t('state.unkept')}</strong> {failureText(translator, page.unkept)}
        </p>
      )}
      {state.story && (
        <StorySection
          key={article?.url}
          story={state.story}
          busy={state.busy}
          actions={actions}
        />
      )}
      <Tabs
        label={t('popup.sections')}
        tabs={[
          { id: 'names', label: t('popup.names'), count: page.entities.length },
          { id: 'notes', label: t('popup.notes'), count: notes.length },
        ]}
        chosen={part}
        onChoose={setPart}
      >
        {part === 'names' ? (
          <>
            {!page.painted && <p class="hw-banner">{t('state.unpainted')}</p>}
            <EntityList
              entities={page.entities}
              jump={state.jump}
              onJump={actions.jumpToMention}
              onOpen={
                state.isPrivate ? null : (id) => actions.openLibrary(entityAddress(id))
              }
            />
          </>
        ) : (
          <>
            <CarriedLine story={state.story} onReview={actions.reviewCarried} />
            {noteList}
            <FormerNotes former={state.former} />
          </>
        )}
      </Tabs>
    </>
  );
}
