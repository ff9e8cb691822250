import { isDay, isMonth, monthOf } from '@/components/library-page/arrange-calendar';
import type { CalendarRoute } from '@/components/library-page/calendar-view';
import type { Route } from '@/components/library-page/library-view';
import { readNoteAddress } from '@/components/library-page/note-address';

/** What an address's hash leads to; all notes when it is nothing that we know. */
export function readRoute(hash: string): Route {
  const [place = '', search = ''] = splitOnce(hash.replace(/^#/, ''), '?');
  const [part = '', ...rest] = place.split('/');
  if (
    part === 'stories' ||
    part === 'review' ||
    part === 'history' ||
    part === 'trash' ||
    part === 'settings'
  ) {
    return { type: part };
  }
  if (part === 'calendar') return readCalendarRoute(rest.join('/'));
  const id = decoded(rest.join('/'));
  if (id !== '') {
    if (part === 'story') return { type: 'story', storyId: id };
    if (part === 'article') return { type: 'article', articleId: id };
    if (part === 'entity') return { type: 'entity', entityId: id };
  }
  return { type: 'notes', query: readNoteAddress(part === 'notes' ? search : '') };
}

/** Of this month, where it says neither month nor day. */
function readCalendarRoute(at: string): CalendarRoute {
  if (isDay(at)) return { type: 'calendar', month: monthOf(at), day: at };
  return { type: 'calendar', month: isMonth(at) ? at : null, day: null };
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
