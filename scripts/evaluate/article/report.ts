/** Outcomes of one tool as tables. */
import {
  type BodyScore,
  mean,
  sameAuthor,
  sameDate,
  sameTitle,
  scoreBody,
} from './measures';
import type { Half, LabelledPage } from './page-set';
import type { Extraction } from './tools';

export interface Outcome {
  page: Omit<LabelledPage, 'truth'>;
  half: Half;
  given: Extraction;
  isArticle: boolean | null;
  body: BodyScore | null;
  title: boolean | null;
  author: boolean | null;
  date: boolean | null;
}

export function rate(page: LabelledPage, half: Half, given: Extraction): Outcome {
  const { truth, ...rest } = page;
  const isArticle = truth.isArticle ?? null;
  const judged = <T>(
    value: string | null | undefined,
    judge: (truth: string) => T,
  ): T | null => (value && isArticle === true ? judge(value) : null);
  return {
    page: rest,
    half,
    given,
    isArticle,
    body: judged(truth.bodyText, (text) => scoreBody(given.body, text)),
    title: judged(truth.title, (text) => sameTitle(given.title, text)),
    author: judged(truth.author, (text) => sameAuthor(given.author, text)),
    date: judged(truth.date, (text) => sameDate(given.date, text)),
  };
}

const share = (values: readonly boolean[]) => mean(values.map(Number)).toFixed(3);

export function kindTable(outcomes: readonly Outcome[]): string {
  const yes = outcomes.filter((one) => one.isArticle === true);
  const no = outcomes.filter((one) => one.isArticle === false);
  const fronts = no.filter((one) => one.page.pageType === 'news-front');
  const arabic = yes.filter((one) => /^(?:ar|fa)$/.test(one.page.lang));
  const taken = (list: readonly Outcome[]) =>
    list.filter((one) => one.given.isArticle).length;
  return [
    '| article or not | taken | of |',
    '|---|---|---|',
    `| articles (true yes ${share(yes.map((one) => one.given.isArticle))}) | ${taken(yes)} | ${yes.length} |`,
    `| Arabic and Persian articles | ${taken(arabic)} | ${arabic.length} |`,
    `| other pages (false yes ${share(no.map((one) => one.given.isArticle))}) | ${taken(no)} | ${no.length} |`,
    `| news fronts | ${taken(fronts)} | ${fronts.length} |`,
    '',
  ].join('\n');
}

export function bodyTable(outcomes: readonly Outcome[]): string {
  const lines = [
    '| body | pages | precision | recall | F1 | F1 ≥ .95 | leak | empty |',
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const [source, list] of bySource(outcomes)) {
    const scored = list.filter((one) => one.body !== null);
    const scores = scored.flatMap((one) => (one.body === null ? [] : [one.body]));
    if (scores.length === 0) continue;
    lines.push(
      `| ${source} | ${scores.length} | ${mean(scores.map((one) => one.precision)).toFixed(3)} | ${mean(scores.map((one) => one.recall)).toFixed(3)} | ${mean(scores.map((one) => one.f1)).toFixed(3)} | ${share(scores.map((one) => one.f1 >= 0.95))} | ${share(scores.map((one) => one.leaks))} | ${scored.filter((one) => one.given.body === '').length} |`,
    );
  }
  return `${lines.join('\n')}\n`;
}

export function factsTable(outcomes: readonly Outcome[]): string {
  const lines = ['| facts | title | author | date |', '|---|---|---|---|'];
  for (const [source, list] of [...bySource(outcomes), ['all', outcomes] as const]) {
    const cell = (field: 'title' | 'author' | 'date') => {
      const values = list.flatMap((one) => (one[field] === null ? [] : [one[field]]));
      return values.length === 0 ? '–' : `${share(values)} of ${values.length}`;
    };
    const cells = [cell('title'), cell('author'), cell('date')];
    if (cells.some((text) => text !== '–'))
      lines.push(`| ${source} | ${cells.join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}

function bySource(outcomes: readonly Outcome[]): [string, Outcome[]][] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const group = groups.get(outcome.page.benchmark);
    if (group === undefined) groups.set(outcome.page.benchmark, [outcome]);
    else group.push(outcome);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
