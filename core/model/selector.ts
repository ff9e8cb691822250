/**
 * How a passage is found again: the quote with its context, and where it stood.
 * Offsets and lengths are UTF-16 code units of the article's text
 * (`TextModel.text`); an export to W3C's TextPositionSelector converts them to
 * code points.
 */
export interface PassageSelector {
  /** The passage, raw. */
  exact: string;
  /** Up to 64 units before it, raw. */
  prefix: string;
  /** Up to 64 units after it, raw. */
  suffix: string;
  start: number;
  /** Exclusive. */
  end: number;
  /** The place of the passage's first block in the document; the page's own notes have it. */
  path?: string;
  /** Hashes of the folded block, and of those around it; told by `describePassage`. */
  block?: string;
}

/**
 * `anchored`: found beyond doubt · `probable`: found, shown as such ·
 * `changed`: the text around it stands, the words were edited · `orphan`: gone.
 */
export type AnchorStatus = 'anchored' | 'probable' | 'changed' | 'orphan';

/**
 * Why a passage has no place: it is no longer there, nor are other words in its
 * stead · other words stand between surroundings that are left, or most of its own
 * were changed · the page shows a part only · the page is shorter than it was ·
 * the reader says that it does not belong to the words at which it was found.
 * The core tells the first two; the page, which
 * knows how much of itself it shows, the others.
 */
export type OrphanReason = 'deleted' | 'reworded' | 'paywall' | 'shorter' | 'refused';

/** UTF-16 offsets of a text, the end exclusive. */
export interface TextSpan {
  start: number;
  end: number;
}

/** What is told of a note's place in its page. */
export interface NotePlace {
  anchor: AnchorStatus;
  /** Of an orphan: why it has no place. */
  reason?: OrphanReason;
  /** The words that stand there now, where they are others, or in doubt. */
  now?: string;
  /** In the text as it is read now; none for an orphan and for a note on the article. */
  at?: TextSpan;
}

/**
 * The result of looking for a passage; offsets are null for an orphan. Those of
 * `changed` are the words that stand in its place now, and so is `now` of a
 * `reworded` or `refused` orphan, when anything stands there.
 */
export type Anchor =
  | ({ status: 'anchored' | 'probable' | 'changed' } & TextSpan)
  | { status: 'orphan'; start: null; end: null; reason?: OrphanReason; now?: TextSpan };
