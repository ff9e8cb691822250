import {
  type EarlierWords,
  earlierWords,
  type ShownNote,
} from '@/core/notes/earlier-words';
import type { NoteVersion } from '@/core/notes/note-version';
import { useMarginWords } from '../translation/translation-context';
import { TagList } from './TagList';

interface Props {
  versions: readonly NoteVersion[];
  /** The note as it is now. */
  now: ShownNote;
  /** It is opened: the newest versions are wanted. */
  onOpen?: () => void;
  onBringBack: (earlier: EarlierWords) => void;
}

const BACK = {
  whole: 'versions.bringBack',
  passage: 'versions.addBack',
  place: 'versions.putBack',
} as const;

/** A quiet line that opens into all words that the note no longer shows, and those it was on. Nothing where there are none. */
export function EarlierVersions({ versions, now, onOpen, onBringBack }: Props) {
  const { t, onDay, time } = useMarginWords();
  const earlier = earlierWords(versions, now);
  if (earlier.length === 0) return null;
  const today = Date.now();
  return (
    <details
      class="hw-earlier"
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen?.();
      }}
    >
      <summary>{t('versions.heading', { count: earlier.length })}</summary>
      <ol>
        {earlier.map((one) => (
          <li key={one.key}>
            <p class="hw-soft">
              <time dateTime={new Date(one.at).toISOString()}>
                {t('versions.at', {
                  day: onDay(one.at, today) ?? '',
                  time: time(one.at),
                })}
              </time>
              {one.part !== 'whole' && <> · {t(`versions.${one.part}`)}</>}
            </p>
            {one.words !== '' && (
              <p class="hw-earlier-words" dir="auto">
                {one.words}
              </p>
            )}
            <TagList tags={one.tags} />
            <button
              type="button"
              class="hw-link"
              onClick={({ currentTarget }) => {
                // The button goes.
                currentTarget.closest('details')?.querySelector('summary')?.focus();
                onBringBack(one);
              }}
            >
              {t(BACK[one.part])}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
