/** The map of the world and the places on it: files of the extension, read when they are first wanted. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { MapData } from '@/components/panel/panel-view';
import { readOwnJson } from '../background/own-files';
import { readPlaces } from '../popup/load-positions';

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
      void Promise.all([readOwnJson('/world.json'), readPlaces()]).then(
        ([world, coordinates]) => {
          map.value = { world: world as MapData['world'], coordinates };
        },
        () => {
          isAsked = false;
          map.value = 'failed';
        },
      );
    },
  };
}
