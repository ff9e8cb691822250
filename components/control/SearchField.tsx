import { Search, X } from 'lucide';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';

interface Props {
  label: string;
  value: string;
  onInput: (query: string) => void;
}

export function SearchField({ label, value, onInput }: Props) {
  const { t } = useReviewWords();
  return (
    <div class="hw-search">
      <Icon node={Search} />
      <input
        type="text"
        inputMode="search"
        dir={value === '' ? undefined : 'auto'}
        value={value}
        placeholder={label}
        aria-label={label}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          // The first Esc clears; only the next one closes a popup.
          event.preventDefault();
          onInput('');
        }}
      />
      {value !== '' && (
        <button
          type="button"
          class="hw-icon-button"
          aria-label={t('popup.clearFilter')}
          title={t('popup.clearFilter')}
          onClick={() => onInput('')}
        >
          <Icon node={X} size={14} />
        </button>
      )}
    </div>
  );
}
