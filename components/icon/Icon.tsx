import type { IconNode } from 'lucide';
import { h } from 'preact';

interface Props {
  node: IconNode;
  /** Pixels; 16 when not said. */
  size?: number;
  /** Points along the line of reading: mirrored where that runs right to left. */
  directional?: boolean;
}

/** A Lucide icon, for decoration: whatever it says must also be said in words. */
export function Icon({ node, size = 16, directional = false }: Props) {
  return (
    <svg
      class={directional ? 'hw-icon hw-icon-directional' : 'hw-icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
