import { Pencil } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Story } from '@/core/model/story';
import { IconButton } from '../icon/IconButton';
import { storyName } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';

interface Props {
  story: Story;
  onRename: (name: string) => void;
}

const LONGEST = 200;

/** A story's name, changed in place: Enter keeps, Esc leaves it as it was. */
export function StoryName({ story, onRename }: Props) {
  const words = useReviewWords();
  const { t } = words;
  const name = storyName(words, story);
  const [draft, setDraft] = useState<string | null>(null);
  const room = useRef<HTMLDivElement>(null);
  const wasEditing = useRef(false);
  const editing = draft !== null;

  // The focus follows: into the field, and back to the pencil.
  useLayoutEffect(() => {
    if (editing) room.current?.querySelector('input')?.select();
    else if (wasEditing.current) room.current?.querySelector('button')?.focus();
    wasEditing.current = editing;
  }, [editing]);

  if (draft === null) {
    return (
      <div ref={room} class="hw-story-name">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <IconButton
          node={Pencil}
          label={t('stories.rename')}
          onClick={() => setDraft(name)}
        />
      </div>
    );
  }
  return (
    <div ref={room} class="hw-story-name">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setDraft(null);
          if (draft.trim() !== '' && draft.trim() !== name) onRename(draft.trim());
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.isComposing) setDraft(null);
        }}
      >
        <input
          type="text"
          class="hw-field"
          dir="auto"
          maxLength={LONGEST}
          value={draft}
          aria-label={t('stories.name')}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" class="hw-button hw-button-main">
          {t('stories.save')}
        </button>
        <button type="button" class="hw-button" onClick={() => setDraft(null)}>
          {t('stories.cancel')}
        </button>
      </form>
    </div>
  );
}
