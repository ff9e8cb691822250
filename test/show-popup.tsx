import { render } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Popup } from '@/components/popup/Popup';
import css from '@/components/popup/popup.css?inline';
import type { EntityRow, PopupActions, PopupState } from '@/components/popup/popup-view';
import { ReviewTranslation } from '@/components/translation/ReviewTranslation';
import type { Entity, EntityKind } from '@/core/model/entity';
import { createTranslator } from '@/locales/translate';

let cleanUp: (() => void)[] = [];
beforeEach(async () => {
  await page.viewport(400, 600);
});
afterEach(() => {
  for (const clean of cleanUp.reverse()) clean();
  cleanUp = [];
});

export function entity(kind: EntityKind, en: string, ar: string): Entity {
  const id = `${kind}/${en}`;
  return { id, kind, names: { ar, en }, source: 'lexicon' };
}

export const ENTITIES: EntityRow[] = [
  { entity: entity('person', 'First Minister', 'الوزير الأول'), count: 3 },
  { entity: entity('place', 'River Town', 'بلدة النهر'), count: 1 },
  { entity: entity('person', 'Second Envoy', 'المبعوث الثاني'), count: 5 },
  { entity: entity('state', 'Northland', 'بلاد الشمال'), count: 2 },
];

export function stateOf(change: Partial<PopupState> = {}): PopupState {
  return {
    page: { type: 'reading', painted: true, entities: ENTITIES },
    article: {
      url: 'https://paper.example/report',
      title: 'A report of some length',
      siteName: 'The Paper',
      published: '2020-01-04',
      lang: 'en',
      wordCount: 400,
    },
    site: 'paper.example',
    isPrivate: false,
    former: [],
    switches: { site: true, page: true },
    notes: [],
    story: null,
    recording: true,
    canForget: true,
    hasPanel: true,
    keeping: null,
    unreadable: null,
    broughtBack: null,
    exporting: { preview: null, share: null },
    jump: null,
    notice: null,
    busy: false,
    ...change,
  };
}

/** What the buttons call, listening. */
export function actionsForTest() {
  return {
    switchSite: vi.fn(),
    switchPage: vi.fn(),
    readAnyway: vi.fn(),
    readOnce: vi.fn(),
    allowSite: vi.fn(),
    reloadPage: vi.fn(),
    jumpToMention: vi.fn(),
    jumpToNote: vi.fn(),
    changeNote: vi.fn(),
    deleteNote: vi.fn(),
    settlePlace: vi.fn(),
    relinkNote: vi.fn(),
    bringBack: vi.fn(),
    exportNotes: vi.fn(),
    previewExport: vi.fn(),
    cancelExport: vi.fn(),
    copyNote: vi.fn(),
    followStory: vi.fn(),
    endFollowing: vi.fn(),
    openWhy: vi.fn(),
    closeWhy: vi.fn(),
    sayLikeness: vi.fn(),
    reviewCarried: vi.fn(),
    showChanges: vi.fn(),
    setRecording: vi.fn(),
    forgetArticle: vi.fn(),
    openPanel: vi.fn(),
    openLibrary: vi.fn(),
    acceptBroughtBack: vi.fn(),
    undoBroughtBack: vi.fn(),
    toggleLanguage: vi.fn(),
    dismissNotice: vi.fn(),
  } satisfies PopupActions;
}

/** The popup in the test's own page, as it would be drawn with the state. */
export function shown(first: Partial<PopupState> = {}, lang: 'ar' | 'en' = 'en') {
  const actions = actionsForTest();
  const style = document.createElement('style');
  style.textContent = css;
  const root = document.createElement('div');
  document.head.append(style);
  document.body.append(root);
  const translator = createTranslator(lang);
  document.documentElement.className = 'hw';
  document.documentElement.lang = translator.lang;
  document.documentElement.dir = translator.direction;
  const draw = (change: Partial<PopupState>) =>
    render(
      <ReviewTranslation translator={translator}>
        <Popup state={stateOf(change)} actions={actions} />
      </ReviewTranslation>,
      root,
    );
  draw(first);
  cleanUp.push(() => {
    render(null, root);
    root.remove();
    style.remove();
    document.documentElement.removeAttribute('dir');
  });
  const text = (selector: string) =>
    [...root.querySelectorAll(selector)].map((element) => element.textContent);
  return { root, actions, draw, text };
}
