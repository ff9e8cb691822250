import type { IconNode } from 'lucide';
import { Icon } from './Icon';

interface Props {
  node: IconNode;
  /** What it does, in words: the accessible name and the tooltip. */
  label: string;
  onClick: () => void;
  directional?: boolean;
  disabled?: boolean;
  tone?: 'plain' | 'problem';
}

export function IconButton({
  node,
  label,
  onClick,
  directional = false,
  disabled = false,
  tone = 'plain',
}: Props) {
  return (
    <button
      type="button"
      class={`hw-icon-button hw-tone-${tone}`}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon node={node} directional={directional} />
    </button>
  );
}
