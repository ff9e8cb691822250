/**
 * Where the article's text is: the container in which running text
 * concentrates. A best subtree, not a descent by thresholds: every piece of
 * prose counts for its containers, every link list and label against them.
 */
import { proseLength } from '@/core/article/sentence-text';
import type { Frame, Survey, TextRun } from './survey-page';

export interface RatedRun {
  run: TextRun;
  /** UTF-16 units of running text; 0 for labels and teasers. */
  prose: number;
  /** In a part of the page that is not the article by its name. */
  excluded: boolean;
}

export interface Rating {
  rated: RatedRun[];
  /** The container of the article's text; null when the page has no running text. */
  root: Frame | null;
  /** Prose outside furniture, over the whole page. */
  totalProse: number;
  proseOf: (frame: Frame) => number;
}

/** A part may bear any name if it holds this share of the page's prose. */
const UNLIKELY_ESCAPE = 0.35;
const NEVER_ESCAPE = 0.6;
const HIDDEN_ESCAPE = 0.6;
const COMMENTS_ESCAPE = 0.97;

export function rateSurvey(survey: Survey): Rating {
  const prose = survey.runs.map((run) => proseLength(run.text, run.linkLength));
  const proseSums = prefixSums(prose);
  const all = proseSums[prose.length] ?? 0;
  const named = proseByName(survey.frames, (frame) => between(proseSums, frame));
  const share = (frame: Frame) => (named.get(nameOf(frame)) ?? 0) / Math.max(all, 1);
  const excludedFrames = new Set<Frame>();
  // Frames come parents first, so a parent's exclusion is known.
  for (const frame of survey.frames) {
    if (frame.parent !== null && excludedFrames.has(frame.parent))
      excludedFrames.add(frame);
    else if (isFurniture(frame, share(frame))) excludedFrames.add(frame);
  }
  const rated = survey.runs.map((run, at) => ({
    run,
    prose: prose[at] ?? 0,
    excluded: excludedFrames.has(run.frame),
  }));
  const kept = prefixSums(rated.map((one) => (one.excluded ? 0 : one.prose)));
  return {
    rated,
    root: bestFrame(survey.frames, rated),
    totalProse: kept[rated.length] ?? 0,
    proseOf: (frame) => between(kept, frame),
  };
}

/** Parts of one name are one thing: the twenty slides of a gallery, each small. */
function proseByName(
  frames: readonly Frame[],
  proseOf: (frame: Frame) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const frame of frames) {
    if (frame.verdict === 'none' || frame.verdict === 'body') continue;
    const name = nameOf(frame);
    sums.set(name, (sums.get(name) ?? 0) + proseOf(frame));
  }
  return sums;
}

/** Numbered names are one: `slide slide-1`, `slide slide-2`. */
function nameOf(frame: Frame): string {
  const name = frame.element.getAttribute('class') ?? '';
  return `${frame.tag}.${name.replace(/\S*\d\S*/g, '').trim() || name}`;
}

function isFurniture(frame: Frame, share: number): boolean {
  switch (frame.verdict) {
    case 'comments':
      return share < COMMENTS_ESCAPE;
    // Hidden until a script shows it, or a script has moved it: where nothing
    // has run yet it may be all there is. What a layout hides is dropped later.
    case 'hidden':
      return share < HIDDEN_ESCAPE;
    case 'never':
      return share < NEVER_ESCAPE;
    case 'unlikely':
      return share < UNLIKELY_ESCAPE;
    default:
      return false;
  }
}

/** Lone paragraphs are teasers more often than articles. */
const COHESION = [0, 0.4, 0.8, 1] as const;
const LABEL_COST = 12;

/** Of the frames given, the one in which the prose concentrates. */
export function bestFrame(
  frames: readonly Frame[],
  rated: readonly RatedRun[],
): Frame | null {
  const groups = new Map<Frame, number>();
  for (const { run, prose, excluded: out } of rated) {
    if (out || prose === 0) continue;
    const group = groupOf(run);
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const scores = rated.map(({ run, prose, excluded: out }) => {
    if (out) return 0;
    // Lists and tables cost nothing where the page itself names the text.
    if (prose === 0 && isInBody(run.frame)) return 0;
    if (prose === 0) return -LABEL_COST - run.linkLength * 0.5;
    const company = Math.min(groups.get(groupOf(run)) ?? 1, 3);
    return prose * (COHESION[company] ?? 1);
  });
  const sums = prefixSums(scores);
  let best: Frame | null = null;
  let bestScore = 0;
  for (const frame of frames) {
    const score = between(sums, frame);
    // Deeper wins a tie: fewer strangers inside.
    if (score > 0 && score >= bestScore) {
      best = frame;
      bestScore = score;
    }
  }
  return best;
}

function isInBody(frame: Frame): boolean {
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    if (at.verdict === 'body') return true;
  }
  return false;
}

/** Index of the run where the root's prose begins; past the end when there is none. */
export function firstProse({ rated, root }: Rating): number {
  if (root === null) return rated.length;
  for (let at = root.first; at < root.end; at++) {
    const one = rated[at];
    if (one !== undefined && !one.excluded && one.prose > 0) return at;
  }
  return root.first;
}

/** The container whose paragraphs keep each other company. */
export function groupOf(run: TextRun): Frame {
  return run.nodes.length > 0 &&
    run.frame.tag !== 'p' &&
    run.frame.end - run.frame.first > 1
    ? run.frame
    : (run.frame.parent ?? run.frame);
}

function prefixSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => {
    sums[at + 1] = (sums[at] ?? 0) + value;
  });
  return sums;
}

function between(sums: Float64Array, frame: Frame): number {
  return (sums[frame.end] ?? 0) - (sums[frame.first] ?? 0);
}
