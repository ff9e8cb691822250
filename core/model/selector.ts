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
}

/**
 * `anchored`: found beyond doubt · `probable`: found, shown as such ·
 * `changed`: the text around it stands, the words were edited · `orphan`: gone.
 */
export type AnchorStatus = 'anchored' | 'probable' | 'changed' | 'orphan';

/** The result of looking for a passage; offsets are null for an orphan. */
export type Anchor =
  | { status: 'anchored' | 'probable' | 'changed'; start: number; end: number }
  | { status: 'orphan'; start: null; end: null };
