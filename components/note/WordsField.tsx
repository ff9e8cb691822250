import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useMarginWords } from '../translation/translation-context';

interface Props {
  value: string;
  onInput: (words: string) => void;
  /** The box that it opens in puts the focus here. */
  autoFocus?: boolean;
}

/** Where a note is written: grows with its words, and takes its direction from them. */
export function WordsField({ value, onInput, autoFocus = false }: Props) {
  const { t } = useMarginWords();
  const field = useRef<HTMLTextAreaElement>(null);

  const fit = () => {
    if (field.current) fitToWords(field.current);
  };
  // The height follows the words.
  useLayoutEffect(fit, [value]);
  // Once more when the box around it is shown: before that there is nothing to measure.
  useEffect(fit, []);

  return (
    <textarea
      ref={field}
      class="hw-words"
      rows={3}
      data-hw-autofocus={autoFocus ? '' : undefined}
      // `auto` looks at the words; while there are none the interface's direction holds.
      dir={value.trim() === '' ? undefined : 'auto'}
      value={value}
      placeholder={t('editor.placeholder')}
      aria-label={t('editor.words')}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

function fitToWords(area: HTMLTextAreaElement): void {
  area.style.blockSize = 'auto';
  const borders = area.offsetHeight - area.clientHeight;
  area.style.blockSize = `${area.scrollHeight + borders}px`;
}
