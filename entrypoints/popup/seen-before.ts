/** How often the names of the article in the tab were met in others. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HawashiDatabase } from '@/storage/database';
import { watchSeenBefore } from '@/storage/seen-before';
import type { PageFollower } from './follow-page';

interface Ports {
  db: HawashiDatabase;
  page: PageFollower;
  closing: AbortSignal;
}

/** By entity; empty until it is known. */
export function followSeenBefore({
  db,
  page,
  closing,
}: Ports): ReadonlySignal<ReadonlyMap<string, number>> {
  const seen = signal<ReadonlyMap<string, number>>(new Map());
  /** As text: what is asked again only when it is another question. */
  const sought = computed(() => {
    const { page: looked, report } = page.look.value;
    if (looked.type !== 'reading') return null;
    const entityIds = looked.entities.map(({ entity }) => entity.id);
    return JSON.stringify({ entityIds, articleId: report?.articleId ?? null });
  });
  let ending = new AbortController();
  const stop = effect(() => {
    ending.abort();
    ending = new AbortController();
    if (sought.value === null) return;
    watchSeenBefore(
      db,
      JSON.parse(sought.value),
      (found) => {
        seen.value = found;
      },
      // The list is as good without; that nothing can be read the notes say.
      () => {},
      ending.signal,
    );
  });
  closing.addEventListener('abort', () => {
    stop();
    ending.abort();
  });
  return seen;
}
