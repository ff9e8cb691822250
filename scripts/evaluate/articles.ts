/**
 * `npm run evaluate -- articles FOLDER [--half tuning|checking] [--only TEXT]
 * [--peers] [--out FILE]`: detection and extraction against labelled pages.
 * With `--fit [--folds N]`, prints weights for `core/article/judge-article.ts`
 * instead, and what weights from other sites make of each page.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { fitWeights } from './article/fit-weights';
import { quantile } from './article/measures';
import { halfOf, type LabelledPage, readPage, readPageSet } from './article/page-set';
import { bodyTable, factsTable, kindTable, type Outcome, rate } from './article/report';
import { hawashi, peers, type Tool } from './article/tools';

export async function evaluate(args: string[]): Promise<void> {
  const folder = args.find((arg) => !arg.startsWith('--'));
  if (folder === undefined) {
    process.stderr.write('evaluate articles: name the folder that holds index.jsonl\n');
    process.exitCode = 2;
    return;
  }
  const half = option(args, 'half');
  const only = option(args, 'only');
  const out = option(args, 'out');
  const pages = readPageSet(folder)
    .filter((page) => half === null || halfOf(page.domain) === half)
    .filter((page) => only === null || page.id.includes(only));
  if (args.includes('--fit')) {
    console.log(fitWeights(pages, folder, Number(option(args, 'folds') ?? 1)));
    return;
  }
  const tools: Record<string, Tool> = {
    hawashi,
    ...(args.includes('--peers') ? await peers() : {}),
  };
  if (out !== null) writeFileSync(out, '');
  for (const [name, tool] of Object.entries(tools)) {
    const outcomes = await run(tool, pages, folder, (outcome) => {
      if (out !== null)
        appendFileSync(out, `${JSON.stringify({ tool: name, ...outcome })}\n`);
    });
    print(name, outcomes);
  }
}

function option(args: readonly string[], name: string): string | null {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? null : (args[at + 1] ?? null);
}

async function run(
  tool: Tool,
  pages: readonly LabelledPage[],
  folder: string,
  onOutcome: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const page of pages) {
    try {
      const outcome = rate(
        page,
        halfOf(page.domain),
        await tool(readPage(folder, page), page.url),
      );
      outcomes.push(outcome);
      onOutcome(outcome);
    } catch (error) {
      process.stderr.write(
        `${page.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    }
  }
  return outcomes;
}

function print(name: string, outcomes: readonly Outcome[]): void {
  const times = outcomes.map(({ given }) => given.ms);
  console.log(
    `\n## ${name}: ${outcomes.length} pages, ${quantile(times, 0.5).toFixed(1)} ms median, ${quantile(times, 0.95).toFixed(1)} ms p95`,
  );
  for (const half of ['tuning', 'checking'] as const) {
    const part = outcomes.filter((one) => one.half === half);
    if (part.length === 0) continue;
    console.log(`\n### ${half} half, ${part.length} pages`);
    console.log(kindTable(part));
    console.log(bodyTable(part));
    console.log(factsTable(part));
  }
}
