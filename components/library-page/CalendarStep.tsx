import { ChevronLeft, ChevronRight } from 'lucide';
import { Icon } from '../icon/Icon';
import { calendarAddress } from './calendar-view';

interface Props {
  /** The month to which it leads; null where there is nothing further on. */
  to: string | null;
  label: string;
  forward?: boolean;
}

/** One month or year on or back. At the end it stays, so that the focus does. */
export function CalendarStep({ to, label, forward = false }: Props) {
  return (
    <a
      class="hw-icon-button"
      role="link"
      tabIndex={0}
      aria-disabled={to === null}
      aria-label={label}
      title={label}
      {...(to !== null && { href: calendarAddress(to) })}
    >
      <Icon node={forward ? ChevronRight : ChevronLeft} size={18} directional />
    </a>
  );
}
