import type { Route } from '@/components/library-page/library-view';

/** What an address's hash leads to; the stories when it is nothing that we know. */
export function readRoute(hash: string): Route {
  const [part = '', ...rest] = hash.replace(/^#/, '').split('/');
  if (part === 'history' || part === 'trash' || part === 'settings')
    return { type: part };
  const storyId = decoded(rest.join('/'));
  return part === 'story' && storyId !== ''
    ? { type: 'story', storyId }
    : { type: 'stories' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
