import { Check } from 'lucide';
import { NOTE_COLOURS, type NoteColour } from '@/core/model/note';
import { Icon } from '../icon/Icon';
import { useMarginWords } from '../translation/translation-context';

interface Props {
  /** Tells the radio groups of several notes apart. */
  name: string;
  value: NoteColour;
  onChange: (colour: NoteColour) => void;
}

/** Four native radio buttons: arrows, focus and announcement come from the browser. */
export function ColourPicker({ name, value, onChange }: Props) {
  const { t } = useMarginWords();
  return (
    <div class="hw-colours" role="radiogroup" aria-label={t('editor.colours')}>
      {NOTE_COLOURS.map((colour) => (
        <label
          key={colour}
          class={`hw-swatch hw-swatch-${colour}`}
          title={t(`colour.${colour}`)}
        >
          <input
            type="radio"
            class="hw-unseen"
            name={`hw-colour-${name}`}
            checked={colour === value}
            aria-label={t(`colour.${colour}`)}
            onChange={() => onChange(colour)}
          />
          {colour === value && <Icon node={Check} size={14} />}
        </label>
      ))}
    </div>
  );
}
