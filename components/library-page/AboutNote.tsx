import { isHighlight, type Note, quoteOf } from '@/core/model/note';
import { TagList } from '../note/TagList';
import { useReviewWords } from '../translation/translation-context';

/** A note in full, as it is read: nothing is changed here. */
export function AboutNote({ note }: { note: Note }) {
  const { t } = useReviewWords();
  const quote = quoteOf(note) ?? '';
  return (
    <div class={`hw-about-note hw-mark-${note.colour}`}>
      {quote === '' ? (
        <p class="hw-soft">{t('anchor.article')}</p>
      ) : (
        <blockquote class="hw-note-cited" dir="auto">
          {quote}
        </blockquote>
      )}
      {!isHighlight(note) && (
        <p class="hw-about-words" dir="auto">
          {note.body}
        </p>
      )}
      <TagList tags={note.tags} />
    </div>
  );
}
