/**
 * Pieces inside the text's container that its structure shows to be others':
 * captions by their picture, and what is set in a box of its own under the text.
 */
import type { RatedRun } from './find-root';
import { groupOf } from './find-root';
import type { Frame } from './survey-page';

/** Longer is a paragraph with a picture above it. */
const CAPTION_LENGTH = 320;
/** Runs in one holder with a picture: caption and credit, a name and its post. */
const CAPTION_RUNS = 2;
/** Of the prose: where more stands by pictures, the page tells its story so. */
const CAPTION_SHARE = 0.2;

/** Of the prose: one container must hold this much before what stands outside it is strange. */
const MAIN_SHARE = 0.75;
/** More than this under the text is not a box but the text's end. */
const TAIL_SHARE = 0.25;

const PICTURES = 'img,picture,video,amp-img';

export function findStrangers(
  inside: readonly RatedRun[],
  root: Frame,
): ReadonlySet<RatedRun> {
  const kept = inside.filter((one) => !one.excluded);
  const prose = proseOf(kept);
  const captions = kept.filter((one) => isByPicture(one, root));
  const strangers = new Set(proseOf(captions) > prose * CAPTION_SHARE ? [] : captions);
  for (const one of tailOf(kept, prose)) strangers.add(one);
  return strangers;
}

function proseOf(list: readonly RatedRun[]): number {
  return list.reduce((sum, one) => sum + one.prose, 0);
}

/** In a holder of its own, with a picture and hardly anything else. */
function isByPicture({ run }: RatedRun, root: Frame): boolean {
  if (run.text.length > CAPTION_LENGTH) return false;
  for (
    let frame: Frame | null = run.frame;
    frame !== null && frame !== root && frame.end - frame.first <= CAPTION_RUNS;
    frame = frame.parent
  ) {
    // A picture within a paragraph says nothing of the paragraph: it may be a smile.
    const own = frame.tag === 'div' ? null : run.frame.element;
    const pictures = Array.from(frame.element.querySelectorAll(PICTURES));
    if (pictures.some((picture) => own === null || !own.contains(picture))) return true;
  }
  return false;
}

/** What comes after the container that holds nearly all of the prose. */
function tailOf(kept: readonly RatedRun[], prose: number): readonly RatedRun[] {
  const groups = new Map<Frame, number>();
  for (const one of kept) {
    if (one.prose === 0) continue;
    const group = groupOf(one.run);
    groups.set(group, (groups.get(group) ?? 0) + one.prose);
  }
  let main: Frame | null = null;
  for (const [group, sum] of groups) {
    if (sum >= prose * MAIN_SHARE) main = group;
  }
  const group = main;
  if (group === null) return [];
  const last = kept.findLastIndex((one) => one.prose > 0 && groupOf(one.run) === group);
  const tail = kept.slice(last + 1).filter(({ run }) => !flowsIn(run.frame, group));
  return proseOf(tail) > prose * TAIL_SHARE ? [] : tail;
}

/** Parts that text is made of: a list right under its last paragraph goes on with it. */
const FLOWING = /^(?:p|ul|ol|dl|blockquote|pre|table|h[1-6])$/;

function flowsIn(frame: Frame, group: Frame): boolean {
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    if (at === group) return true;
    if (at.parent === group) return FLOWING.test(at.tag);
  }
  return false;
}
