import { useReviewWords } from '../translation/translation-context';

interface Props {
  /** In how many other articles; undefined while that is not known. */
  count: number | undefined;
  /** Isolated. */
  name: string;
  tabIndex: number;
  onOpen: () => void;
}

/** How often a name was met in other articles; leads to them. */
export function SeenBefore({ count, name, tabIndex, onOpen }: Props) {
  const { t, number } = useReviewWords();
  if (count === undefined) return <span class="hw-before" />;
  if (count === 0) {
    return (
      <span class="hw-before" title={t('popup.newNameHint')}>
        <span aria-hidden="true">{t('popup.newName')}</span>
        <span class="hw-unseen">{t('popup.newNameHint')}</span>
      </span>
    );
  }
  const words = t('popup.metBefore', { count, name });
  return (
    <button
      type="button"
      class="hw-before"
      tabIndex={tabIndex}
      aria-label={words}
      title={words}
      onClick={onOpen}
    >
      {number(count)}
    </button>
  );
}
