/** The map of the world and the places on it: files of the extension, read when they are first wanted. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { MapData } from '@/components/panel/panel-view';

export interface MapDesk {
  readonly map: ReadonlySignal<MapData | 'failed' | null>;
  load(): void;
}

export function createMapDesk(): MapDesk {
  const map = signal<MapData | 'failed' | null>(null);
  let isAsked = false;
  return {
    map,
    load() {
      if (isAsked) return;
      isAsked = true;
      void Promise.all([readOwn('/world.json'), readOwn('/places.json')]).then(
        ([world, places]) => {
          map.value = {
            world: world as MapData['world'],
            coordinates: new Map(
              Object.entries(places as Record<string, [number, number]>),
            ),
          };
        },
        () => {
          isAsked = false;
          map.value = 'failed';
        },
      );
    },
  };
}

async function readOwn(path: string): Promise<unknown> {
  const answer = await fetch(browser.runtime.getURL(path as '/'));
  return answer.json();
}
