/** What the side panel shows beyond what the popup does, and what the reader can do there. */
import type { TextSpan } from '@/core/model/selector';
import type { ReadText } from '@/core/xray/xray';
import type { PopupActions, PopupState } from '../popup/popup-view';
import type { World } from './draw-world';

/** The map, and where on it what the lexicon knows is: latitude and longitude by id. */
export interface MapData {
  world: World;
  coordinates: ReadonlyMap<string, readonly [number, number]>;
}

export interface PanelState extends PopupState {
  /** Null until the page has told it. */
  text: ReadText | null;
  /** The part of it before the reader. */
  view: TextSpan | null;
  /** Null until it has come. */
  map: MapData | 'failed' | null;
}

export interface PanelActions extends PopupActions {
  /** The map is wanted. */
  loadMap(): void;
}
