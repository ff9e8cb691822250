/**
 * `npm run evaluate -- anchors [--seed N] [--pages N] [--bare] [--list] [FILE…]`: passages
 * marked on a page, the page changed, the passages looked for.
 *
 * `--bare` leaves the block out of what is kept: quote, context and offsets alone.
 * A FILE is text (paragraphs parted by blank lines) or JSON lines with `text`, or
 * `a.text`; without one, the project's own texts. Seed 1 is for development, seed
 * 2 for checking: nothing is tuned on it.
 */

import { createPassageFinder } from '@/core/anchoring/find-passage';
import { readArticles } from './page-changes/articles';
import { type Outcome, printReport } from './page-changes/report';
import { makeTrials } from './page-changes/trials';

export async function evaluate(args: string[]): Promise<void> {
  const option = (name: string, otherwise: number) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(args.splice(at, 2)[1]);
  };
  const flag = (name: string) => {
    const at = args.indexOf(`--${name}`);
    if (at >= 0) args.splice(at, 1);
    return at >= 0;
  };
  const seed = option('seed', 1);
  const pages = option('pages', 40);
  const listFailures = flag('list');
  const isBare = flag('bare');
  const outcomes: Outcome[] = [];
  for (const trial of makeTrials(readArticles(args), { seed, pages })) {
    const { block: _, ...bare } = trial.selector;
    const selector = isBare ? bare : trial.selector;
    const began = performance.now();
    const anchor = createPassageFinder(trial.text).find(selector);
    outcomes.push({ ...trial, selector, anchor, ms: performance.now() - began });
  }
  printReport(outcomes, { seed, listFailures });
}
