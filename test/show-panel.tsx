import { render } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import world from 'world-atlas/countries-110m.json';
import type { World } from '@/components/panel/draw-world';
import { Panel } from '@/components/panel/Panel';
import css from '@/components/panel/panel.css?inline';
import type { PanelActions, PanelState } from '@/components/panel/panel-view';
import type { EntityRow, NoteRow } from '@/components/popup/popup-view';
import { ReviewTranslation } from '@/components/translation/ReviewTranslation';
import { createTranslator } from '@/locales/translate';
import { makeNote } from './make-note';
import { actionsForTest, entity, stateOf } from './show-popup';

let cleanUp: (() => void)[] = [];
beforeEach(async () => {
  await page.viewport(360, 800);
});
afterEach(() => {
  for (const clean of cleanUp.reverse()) clean();
  cleanUp = [];
});

export const ROWS: EntityRow[] = [
  { entity: entity('person', 'First Minister', 'الوزير الأول'), count: 2 },
  { entity: entity('place', 'Baghdad', 'بغداد'), count: 3 },
  { entity: entity('place', 'Basra', 'البصرة'), count: 1 },
  { entity: entity('place', 'Nowhere', 'لا مكان'), count: 1 },
];

const TEXT =
  'First Minister came to Baghdad. Baghdad was calm.\n\nFirst Minister left Baghdad for Basra. Nobody went to Nowhere.';
const mentions = ROWS.flatMap(({ entity: { id, names } }) =>
  [...TEXT.matchAll(new RegExp(names.en ?? '', 'g'))].map(({ index }) => ({
    ...{ start: index, end: index + (names.en ?? '').length, entityId: id },
  })),
).sort((one, other) => one.start - other.start);

/** A note on words of the text; a note on the article when there are none. */
export function noteAt(at: [number, number] | null, body: string, id: number): NoteRow {
  const base = makeNote({ id: `${id}1111111-1111-4111-8111-111111111111`, body });
  return {
    note: at ? base : { ...base, target: { type: 'article' } },
    anchor: 'anchored',
    ...(at ? { at: { start: at[0], end: at[1] } } : {}),
    saving: { state: 'idle' },
    versions: [],
  };
}

export function panelState(change: Partial<PanelState> = {}): PanelState {
  return {
    ...stateOf({ page: { type: 'reading', painted: true, entities: ROWS } }),
    text: {
      text: TEXT,
      blocks: [
        { start: 0, end: 49 },
        { start: 51, end: TEXT.length },
      ],
      mentions,
    },
    view: { start: 0, end: 49 },
    map: {
      world: world as unknown as World,
      coordinates: new Map([
        ['place/Baghdad', [33.3, 44.4]],
        ['place/Basra', [30.5, 47.8]],
      ]),
    },
    ...change,
  };
}

/** The side panel in the test's own page, as it would be drawn with the state. */
export function shownPanel(first: Partial<PanelState> = {}, lang: 'ar' | 'en' = 'en') {
  const actions = { ...actionsForTest(), loadMap: vi.fn() } satisfies PanelActions;
  const style = document.createElement('style');
  style.textContent = css;
  const root = document.createElement('div');
  document.head.append(style);
  document.body.append(root);
  const translator = createTranslator(lang);
  const { documentElement } = document;
  documentElement.className = 'hw';
  documentElement.lang = translator.lang;
  documentElement.dir = translator.direction;
  const draw = (change: Partial<PanelState>) =>
    render(
      <ReviewTranslation translator={translator}>
        <Panel state={panelState(change)} actions={actions} />
      </ReviewTranslation>,
      root,
    );
  draw(first);
  cleanUp.push(() => {
    render(null, root);
    root.remove();
    style.remove();
    documentElement.removeAttribute('dir');
  });
  return { root, actions, draw };
}
