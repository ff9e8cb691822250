/**
 * The way of a page through its reader: article? → text → names → paint, and
 * the notes found again; once at the start, and again as the page changes.
 */
import { urlKey } from '@/core/article/normalise-url';
import type { Note } from '@/core/model/note';
import { type Detection, detectArticle } from './article/detect-article';
import { watchArticle } from './article/watch-article';
import { countEntities } from './count-entities';
import { canPaint } from './highlight/highlight-registry';
import { groundBehind, watchTheme } from './highlight/page-ground';
import { createPainter, type Painter } from './highlight/painter';
import { createCanonicalTrust } from './navigation/trust-canonical';
import { watchNavigation } from './navigation/watch-navigation';
import { placeNotes } from './notes/place-notes';
import type { ReaderPorts, ReadingReport } from './reader-ports';
import { marksOf, type Reading } from './reading';
import { trackProgress } from './reading-progress';
import { createRetry } from './retry-later';
import { buildTextModel, type TextModel } from './text/text-model';
import { watchBlocks } from './watch-blocks';

export interface Reader<Failure> {
  start(): void;
  /** Removes every trace at once. */
  stop(): void;
  /** Takes the page for an article whatever it looks like, until the next navigation. */
  readAnyway(): Promise<void>;
  /** These are the article's notes now. */
  setNotes(notes: readonly Note[]): Promise<void>;
  /** Null until there is a text. What is found in it goes stale with the next change of the page. */
  reading(): Reading | null;
  flash(start: number, end: number): void;
  report(): ReadingReport<Failure>;
}

/** Changes of the text are gathered for so long, or for some turns of the last recognition if that is longer. */
const REREAD_MS = 200;
const REREAD_TURNS = 3;
/** However long a recognition took (its wait for a worker, for example), late words wait no longer. */
const REREAD_AT_MOST_MS = 10_000;

export function createReader<Failure>(ports: ReaderPorts<Failure>): Reader<Failure> {
  const { document } = ports;
  let run: AbortController | null = null;
  const progress = trackProgress<Failure>(ports.now);
  let reading: Reading | null = null;
  let painter: Painter | null = null;
  let isForced = false;
  /** The address without what does not matter: fragments, tracking parameters. */
  let pageKey = '';
  /** Counts the texts sent to be recognised: only the latest one's answer is wanted. */
  let pass = 0;
  /** What the latest answer will be painted on: the page may rebuild its nodes meanwhile. */
  let awaited: { detection: Detection; model: TextModel } | null = null;
  /** The article's notes, with or without a place yet. */
  let notes: readonly Note[] = [];
  let placing = 0;
  /** Why the article is not remembered, while it is not. */
  let unkept: Failure | null = null;
  let recogniseMs = 0;
  let rereadTimer: ReturnType<typeof setTimeout> | undefined;
  let latest: Detection | null = null;
  let checkArticle = (): void => {};
  let checkAddress = (): void => {};
  const trustCanonical = createCanonicalTrust();
  const rereads = createRetry(() => void read());
  const reopens = createRetry(() => {
    if (reading) void open(reading, pass);
  });

  const blocks = watchBlocks((changed) => {
    for (const element of changed) painter?.drop(element);
    scheduleReread();
  });

  function start(): void {
    if (run) return;
    run = new AbortController();
    const { signal } = run;
    painter = canPaint() ? createPainter(() => progress.reach('painted')) : null;
    progress.become('looking');
    pageKey = urlKey({ url: document.location.href });
    const view = document.defaultView;
    if (view) checkAddress = watchNavigation(view, onNavigate, signal).check;
    watchTheme(document, checkGround, signal);
    const watch = watchArticle(
      document,
      () => document.location.href,
      onDetection,
      signal,
    );
    checkArticle = () => watch.check();
  }

  function stop(): void {
    run?.abort();
    run = null;
    forget();
    blocks.stop();
    painter?.stop();
    painter = null;
    isForced = false;
    latest = null;
    checkArticle = checkAddress = () => {};
    progress.forgetTimings();
    progress.become('off');
  }

  function onNavigate(url: string): void {
    if (urlKey({ url }) === pageKey) return;
    pageKey = urlKey({ url });
    isForced = false;
    ports.onNavigate(url);
    // The old words may stand for a while yet: they are kept until there are others.
    if (run) checkArticle();
  }

  function onDetection(detection: Detection): void {
    checkAddress();
    // `checkAddress` may have led to a stop: the page is switched off there.
    if (!run) return;
    take(detection);
    void read();
  }

  function take(detection: Detection): void {
    latest = { ...detection, facts: trustCanonical(detection.facts) };
  }

  function scheduleReread(): void {
    clearTimeout(rereadTimer);
    rereadTimer = setTimeout(
      () => {
        checkArticle();
        void read();
      },
      Math.max(REREAD_MS, Math.min(recogniseMs * REREAD_TURNS, REREAD_AT_MOST_MS)),
    );
  }

  /** Reads the page as it was last found; what stands in it by now counts. */
  async function read(): Promise<void> {
    clearTimeout(rereadTimer);
    const detection = latest;
    if (!detection || !run) return;
    const live = detection.blocks.filter(({ element }) => element.isConnected);
    const model = buildTextModel(live);
    if (!(detection.isArticle || isForced) || model.text.trim() === '') {
      forget();
      blocks.watch(new Set());
      return progress.become('not-article');
    }
    progress.reach('detected');
    blocks.watch(new Set(live.map(({ element }) => element)));
    // The same words, perhaps in other nodes: what was recognised still holds.
    if (awaited?.model.text === model.text) awaited = { detection, model };
    else if (reading?.model.text === model.text) await rebase(reading, detection, model);
    else await readText(detection, model);
  }

  async function rebase(
    last: Reading,
    { facts }: Detection,
    model: TextModel,
  ): Promise<void> {
    supersede();
    // Under another article's address the old words only stand for a while yet.
    const isOfIt = urlKey(last.facts) === urlKey(facts);
    const isNews = isOfIt && JSON.stringify(facts) !== JSON.stringify(last.facts);
    reading = { ...last, model, facts: isOfIt ? facts : last.facts };
    repaint();
    if (isNews || last.articleId === null) await open(reading, pass);
  }

  async function readText(detection: Detection, model: TextModel): Promise<void> {
    if (reading && urlKey(reading.facts) !== urlKey(detection.facts)) forget();
    if (!reading) progress.become('looking');
    const ofPass = supersede();
    awaited = { detection, model };
    const startedAt = ports.now();
    const recognised = await ports.recognise(model.text, detection.facts.title);
    if (ofPass !== pass || !awaited) return;
    const now = awaited;
    awaited = null;
    recogniseMs = ports.now() - startedAt;
    if (!recognised.ok) {
      progress.fail(recognised.error);
      return rereads.later();
    }
    rereads.succeed();
    reading = {
      facts: now.detection.facts,
      model: now.model,
      recognition: recognised.value,
      entities: countEntities(recognised.value),
      articleId: reading?.articleId ?? null,
      notes: [],
    };
    progress.reach('recognised');
    progress.become(painter ? 'reading' : 'reading-unpainted');
    repaint();
    // The places of the notes were of the text before: they are found again in this one.
    void place();
    await open(reading, ofPass);
  }

  async function open({ facts, entities }: Reading, ofPass: number): Promise<void> {
    reopens.cancel();
    const opened = await ports.openArticle(facts, entities);
    if (ofPass !== pass || !reading) return;
    if (!opened.ok) {
      // Names are read without a memory too.
      unkept = opened.error;
      ports.onUnkept(opened.error);
      return reopens.later();
    }
    unkept = null;
    reopens.succeed();
    reading = { ...reading, articleId: opened.value.articleId };
    await setNotes(opened.value.notes);
  }

  async function setNotes(next: readonly Note[]): Promise<void> {
    if (!reading) return;
    notes = next;
    await place();
  }

  async function place(): Promise<void> {
    if (!reading) return;
    const turn = ++placing;
    const { text } = reading.model;
    const placed = await placeNotes(text, notes, () => turn !== placing);
    if (!placed || !reading || turn !== placing) return;
    reading = { ...reading, notes: placed };
    repaint();
  }

  function repaint(): void {
    if (!reading || !painter) return;
    checkGround();
    painter.show(reading.model, marksOf(reading));
  }

  function checkGround(): void {
    if (!reading || !painter) return;
    painter.setGround(
      groundBehind(reading.model.blocks.map(({ block }) => block.element)),
    );
  }

  /** No answer that is under way is wanted any more. */
  function supersede(): number {
    clearTimeout(rereadTimer);
    rereads.cancel();
    reopens.cancel();
    awaited = null;
    return ++pass;
  }

  function forget(): void {
    supersede();
    placing++;
    notes = [];
    reading = null;
    unkept = null;
    rereads.succeed();
    reopens.succeed();
    painter?.clear();
  }

  return {
    start,
    stop,
    async readAnyway() {
      if (!run) return;
      isForced = true;
      take(detectArticle(document, document.location.href));
      await read();
    },
    setNotes,
    reading: () => reading,
    flash(from, to) {
      if (reading) painter?.flash(reading.model, from, to);
    },
    report: () => ({
      ...progress.report(),
      ...(unkept === null ? {} : { unkept }),
      article: reading?.facts ?? null,
      articleId: reading?.articleId ?? null,
      entities: reading?.entities ?? [],
      notes: (reading?.notes ?? []).map(({ note, anchor }) => ({
        note,
        // A note on the article as a whole cannot lose its place.
        anchor: anchor?.status ?? 'anchored',
      })),
    }),
  };
}
