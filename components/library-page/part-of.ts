import type { Route } from './library-view';

/** The part of the library in which a place is. */
export function partOf({ type }: Route) {
  if (type === 'story') return 'stories';
  return type === 'article' || type === 'entity' ? 'notes' : type;
}
