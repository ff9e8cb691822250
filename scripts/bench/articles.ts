/**
 * Detection and extraction beside Readability and Defuddle, on the same parsed
 * pages in one process: quality on the checking half, and the processor's time.
 * `PAGES` names the folder of labelled pages (`index.jsonl` and the pages);
 * `EVERY=4` takes every fourth of them. Then the same pages in a browser, sixty of them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mean, quantile } from '../evaluate/article/measures';
import {
  halfOf,
  type LabelledPage,
  readPage,
  readPageSet,
} from '../evaluate/article/page-set';
import { type Outcome, rate } from '../evaluate/article/report';
import { hawashi, peers, type Tool } from '../evaluate/article/tools';
import { timeInPage } from './articles-in-page';

export async function bench(): Promise<void> {
  const folder = process.env.PAGES ?? '';
  if (!existsSync(join(folder, 'index.jsonl'))) {
    console.log('\n## Articles\n\nskipped: set PAGES to a folder of labelled pages');
    return;
  }
  console.log('\n## Articles, pages of the checking half\n');
  console.log(
    '| | pages read | true yes | false yes | body F1 | leak | title | author | date | ms median | p95 |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|---|');
  const pages = sample(
    readPageSet(folder).filter((page) => halfOf(page.domain) === 'checking'),
    Number(process.env.EVERY ?? 1),
  );
  for (const [name, tool] of Object.entries({ hawashi, ...(await peers()) })) {
    console.log(row(name, await read(tool, pages, folder)));
  }
  await benchInPage(
    sample(pages, Math.max(1, Math.floor(pages.length / IN_PAGE))),
    folder,
  );
}

/** Pages shown by a browser. */
const IN_PAGE = 60;

function sample<T>(list: readonly T[], every: number): T[] {
  return list.filter((_, at) => at % every === 0);
}

async function benchInPage(
  pages: readonly LabelledPage[],
  folder: string,
): Promise<void> {
  const timings = await timeInPage(pages, folder);
  console.log(
    `\nIn Chromium, ${timings.length} of these pages, ms: median (95th percentile)\n`,
  );
  for (const [name, look] of [
    ['first look, code not run before', 'first'],
    ['looked at again', 'again'],
  ] as const) {
    const times = timings.map((timing) => timing[look]);
    console.log(
      `${name}: ${quantile(times, 0.5).toFixed(1)} (${quantile(times, 0.95).toFixed(1)})`,
    );
  }
}

/** A page on which a tool fails is a page it did not read. */
async function read(
  tool: Tool,
  pages: readonly LabelledPage[],
  folder: string,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const page of pages) {
    try {
      const given = await tool(readPage(folder, page), page.url);
      outcomes.push(rate(page, 'checking', given));
    } catch {
      // Counted by its absence from «pages read».
    }
  }
  return outcomes;
}

function row(name: string, outcomes: readonly Outcome[]): string {
  const yes = (isArticle: boolean) =>
    share(
      outcomes
        .filter((one) => one.isArticle === isArticle)
        .map(({ given }) => given.isArticle),
    );
  const bodies = outcomes.flatMap(({ body }) => (body === null ? [] : [body]));
  const facts = (['title', 'author', 'date'] as const).map((fact) =>
    share(outcomes.flatMap((one) => (one[fact] === null ? [] : [one[fact]]))),
  );
  const times = outcomes.map(({ given }) => given.ms);
  const cells = [
    name,
    outcomes.length,
    yes(true),
    yes(false),
    mean(bodies.map(({ f1 }) => f1)).toFixed(3),
    share(bodies.map(({ leaks }) => leaks)),
    ...facts,
    quantile(times, 0.5).toFixed(0),
    quantile(times, 0.95).toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

function share(values: readonly boolean[]): string {
  return mean(values.map(Number)).toFixed(3);
}
