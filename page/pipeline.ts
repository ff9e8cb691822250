/**
 * The way of a page through its reader: article? → text → names → paint, and
 * the notes found again; once at the start, and again as the page changes.
 */
import { urlKey } from '@/core/article/normalise-url';
import type { ArticleFacts } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import { type Detection, detectArticle } from './article/detect-article';
import { watchArticle } from './article/watch-article';
import { countEntities } from './count-entities';
import { canPaint } from './highlight/highlight-registry';
import { groundBehind, watchTheme } from './highlight/page-ground';
import { createPainter, type Painter } from './highlight/painter';
import { createMeetings } from './meet-reading';
import { createCanonicalTrust } from './navigation/trust-canonical';
import { watchNavigation } from './navigation/watch-navigation';
import { keepPlaces } from './notes/keep-places';
import type { ReaderPorts, ReadingReport } from './reader-ports';
import {
  marksOf,
  NOTHING_MARKED,
  type Reading,
  reportOf,
  type TextMarks,
  textOfPlaces,
} from './reading';
import { trackProgress } from './reading-progress';
import { createReread } from './reread-later';
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
  /** These notes of copies of the text are offered to it now. */
  setCarried(notes: readonly Note[]): Promise<void>;
  /** Marks spans of the text that is read now; what is not given stays as it is. */
  setTextMarks(marks: Partial<TextMarks>): void;
  /** Asks anew what is known of the article. */
  meetAgain(): void;
  /** Null until there is a text. What is found in it goes stale with the next change of the page. */
  reading(): Reading | null;
  flash(start: number, end: number): void;
  report(): ReadingReport<Failure>;
}

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
  /** The background has answered for what is read, though perhaps with no id. */
  let isOpened = false;
  /** Why the article is not remembered, while it is not. */
  let unkept: Failure | null = null;
  let latest: Detection | null = null;
  let checkArticle = (): void => {};
  let checkAddress = (): void => {};
  const trustCanonical = createCanonicalTrust();
  const reread = createReread(() => {
    checkArticle();
    void read();
  });
  const retries = createRetry(() => void read());
  const reopens = createRetry(() => {
    if (reading) void open(reading, pass);
  });

  const places = keepPlaces(
    () => reading && textOfPlaces(reading),
    (placed) => {
      change(placed);
      ports.onPlaced();
    },
  );
  const meetings = createMeetings<Failure>({
    ...{ now: ports.now, reading: () => reading, meetArticle: ports.meetArticle },
    onMet(encounter) {
      change({ encounter });
      ports.onEncounter(encounter);
    },
  });

  const blocks = watchBlocks((changed) => {
    for (const element of changed) painter?.drop(element);
    reread.later();
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

  /** Reads the page as it was last found; what stands in it by now counts. */
  async function read(): Promise<void> {
    reread.cancel();
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
    const traced = isOfIt ? withTrace(facts, last.facts.trace) : last.facts;
    const isNews = JSON.stringify(traced) !== JSON.stringify(last.facts);
    reading = { ...last, model, facts: traced };
    repaint();
    if (isNews || !isOpened) await open(reading, pass);
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
    reread.took(ports.now() - startedAt);
    if (!recognised.ok) {
      progress.fail(recognised.error);
      return retries.later();
    }
    retries.succeed();
    const { trace, ...recognition } = recognised.value;
    reading = {
      facts: withTrace(now.detection.facts, trace),
      model: now.model,
      recognition,
      entities: countEntities(recognition),
      articleId: reading?.articleId ?? null,
      ...{ notes: [], carried: [], marked: NOTHING_MARKED },
      // Where the changes stand is not known of another text.
      encounter: reading?.encounter ? { ...reading.encounter, changes: null } : null,
    };
    isOpened = false;
    progress.reach('recognised');
    progress.become(painter ? 'reading' : 'reading-unpainted');
    repaint();
    // The places of the notes were of the text before: they are found again in this one.
    void places.find();
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
    isOpened = true;
    reading = { ...reading, articleId: opened.value.articleId };
    meetings.meet();
    await setNotes(opened.value.notes);
  }

  async function setNotes(notes: readonly Note[]): Promise<void> {
    await places.set({ notes });
    progress.reach('anchored');
  }

  function change(news: Partial<Reading>): void {
    if (!reading) return;
    reading = { ...reading, ...news };
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
    reread.cancel();
    retries.cancel();
    reopens.cancel();
    awaited = null;
    return ++pass;
  }

  function forget(): void {
    supersede();
    places.forget();
    meetings.forget();
    reading = null;
    unkept = null;
    retries.succeed();
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
    setCarried: (carried) => places.set({ carried }),
    setTextMarks(marks) {
      if (reading) change({ marked: { ...reading.marked, ...marks } });
    },
    meetAgain() {
      // What was not to be remembered may be by now.
      if (reading && isOpened && reading.articleId === null) void open(reading, pass);
      meetings.meetAgain();
    },
    reading: () => reading,
    flash(from, to) {
      if (reading) painter?.flash(reading.model, from, to);
    },
    report: () => ({
      ...progress.report(),
      ...(unkept === null ? {} : { unkept }),
      ...reportOf(reading),
    }),
  };
}

function withTrace(facts: ArticleFacts, trace: string | undefined): ArticleFacts {
  return trace === undefined ? facts : { ...facts, trace };
}
