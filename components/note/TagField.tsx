import { X } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../icon/Icon';
import { useMarginWords } from '../translation/translation-context';
import { addTags } from './add-tags';

interface Props {
  value: string[];
  onChange: (tags: string[]) => void;
}

/** Tags as chips and one field: Enter or a comma (Latin or Arabic) adds, Backspace in the empty field takes the last. */
export function TagField({ value, onChange }: Props) {
  const { t } = useMarginWords();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);

  function add(words: string) {
    const tags = addTags(value, words);
    if (tags.length > value.length) onChange(tags);
    setTyped('');
  }

  // Commas are looked for in the words, not the keys: what is pasted, dictated or
  // typed on a phone has no keys.
  function onInput(words: string) {
    if (/[,،]/.test(words)) add(words);
    else setTyped(words);
  }

  function onKeyDown(event: KeyboardEvent) {
    // While a word is being composed, Enter belongs to the input method.
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  }

  return (
    <div class="hw-tags">
      {value.map((tag) => (
        <span key={tag} class="hw-tag">
          <bdi>{tag}</bdi>
          <button
            type="button"
            class="hw-tag-remove"
            aria-label={t('editor.removeTag', { tag })}
            onClick={() => {
              onChange(value.filter((kept) => kept !== tag));
              field.current?.focus();
            }}
          >
            <Icon node={X} size={12} />
          </button>
        </span>
      ))}
      <input
        ref={field}
        class="hw-tag-field"
        type="text"
        dir="auto"
        value={typed}
        placeholder={value.length === 0 ? t('editor.addTag') : ''}
        aria-label={t('editor.addTag')}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
      />
    </div>
  );
}
