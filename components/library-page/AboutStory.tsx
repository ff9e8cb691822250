import { nameIn } from '../entity/entity-names';
import { KIND_ICONS } from '../entity/kind-icons';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import { type AboutStoryPart, type Company, entityAddress } from './about-view';
import { EVERYTHING, noteAddress } from './note-address';
import { SaidNote } from './SaidNote';

/** What the reader wrote on a story's articles, and who and where is in them. */
export function AboutStory({ storyId, part }: { storyId: string; part: AboutStoryPart }) {
  const { t } = useReviewWords();
  const { total, notes, company } = part;
  return (
    <>
      {company.company.length > 0 && <Names company={company} />}
      {total > 0 && (
        <section>
          <h2>{t('stories.notes')}</h2>
          <ul class="hw-about-notes">
            {notes.map(({ note, article }) => (
              <SaidNote key={note.id} note={note} article={article} />
            ))}
          </ul>
          <p class="hw-story-all-notes">
            <a
              class="hw-link"
              href={noteAddress({ ...EVERYTHING, filters: { storyId } })}
            >
              {t('stories.allNotes', { count: total })}
            </a>
          </p>
        </section>
      )}
      {(company.company.length > 0 || total > 0) && <h2>{t('stories.list')}</h2>}
    </>
  );
}

/** In most of the articles first; each leads to its own page. */
function Names({ company: { company } }: { company: Company }) {
  const { t, lang } = useReviewWords();
  return (
    <section>
      <h2>{t('about.entities')}</h2>
      <ul class="hw-story-names">
        {company.map(({ entity, articles }) => {
          const name = nameIn(entity, lang);
          return (
            <li key={entity.id}>
              <a class="hw-about-entity" href={entityAddress(entity.id)}>
                <span class={`hw-kind-${entity.kind}`}>
                  <Icon node={KIND_ICONS[entity.kind]} size={14} />
                  <span class="hw-unseen">{t(`kind.${entity.kind}`)}</span>
                </span>
                <bdi class="hw-names" lang={name.lang}>
                  {name.words}
                </bdi>
                <span class="hw-badge" title={t('stories.articles', { count: articles })}>
                  {articles}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
