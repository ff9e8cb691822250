import { memo } from 'preact/compat';
import type { XrayMention } from '@/core/xray/xray';
import { useReviewWords } from '../translation/translation-context';

interface Props {
  mentions: readonly XrayMention[];
  /** Of the text, in UTF-16 units. */
  length: number;
  words: number;
  /** To the mention of this number. */
  onJump: (index: number) => void;
}

/** Units across: fine enough for any panel. */
const WIDTH = 1000;
const HEIGHT = 10;
/** A mark that can be seen: at 280 pixels a unit is a quarter of one. */
const NARROWEST = 8;
/** More positions than these nobody listens to. */
const TOLD = 12;

/** Where in the text a name is mentioned: the line is the text, from its start to its end. */
export const Strip = memo(function Strip({ mentions, length, words, onJump }: Props) {
  const { t, number, direction } = useReviewWords();
  const atOf = ({ start }: XrayMention) =>
    Math.min((start / Math.max(length, 1)) * WIDTH, WIDTH - NARROWEST);
  const told = mentions.slice(0, TOLD).map(({ word }) => number(word));
  const more = mentions.length - told.length;
  const values = { words: told.join(', '), total: number(words) };
  const label =
    more > 0 ? t('panel.stripMany', { ...values, more }) : t('panel.strip', values);

  function onClick(event: MouseEvent) {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const from =
      direction === 'rtl' ? box.right - event.clientX : event.clientX - box.left;
    const at = (from / box.width) * WIDTH;
    const distances = mentions.map((mention) => Math.abs(atOf(mention) - at));
    onJump(distances.indexOf(Math.min(...distances)));
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for the pointer; by keyboard there are the buttons beside it.
    <svg
      class="hw-strip"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      onClick={onClick}
    >
      <title>{label}</title>
      <path
        d={mentions
          .map(
            (mention) =>
              `M${atOf(mention).toFixed(1)} 0h${NARROWEST}v${HEIGHT}h-${NARROWEST}z`,
          )
          .join('')}
      />
    </svg>
  );
});
