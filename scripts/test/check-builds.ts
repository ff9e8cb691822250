import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BROWSER_NAMES } from '../browsers/browser-driver';
import { buildAssets, buildExtension, extensionDir } from '../build-extension';
import { runTool } from '../run-command';
import { check, type Outcome, sum } from './step';

/** Bytes, gzipped: what every news page pays. */
const READER_BUDGET = 58_000;
/** Bytes, gzipped: what a page pays once the reader of it uses it. */
const MARGIN_BUDGET = 45_000;
/** Bytes, gzipped, of all that finds names together: lists, weights and their arithmetic. */
const NAMES_BUDGET = 5_000_000;
const NAMES_FILES = ['lexicon.bin', 'tagger.bin', 'tagger.wasm'];

/** Builds what is shipped, for both browsers. */
export async function buildProduction(): Promise<Outcome> {
  try {
    await buildAssets();
    for (const browser of BROWSER_NAMES) await buildExtension(browser, 'production');
    return check(true, '');
  } catch (error) {
    return check(false, error instanceof Error ? error.message : String(error));
  }
}

interface LintReport {
  errors: LintMessage[];
  warnings: LintMessage[];
}

interface LintMessage {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/** Mozilla's own check of the Firefox build. */
export async function lintFirefoxBuild(): Promise<Outcome> {
  const source = extensionDir('firefox');
  const { stdout, output } = await runTool('web-ext', [
    'lint',
    '--source-dir',
    source,
    '--no-config-discovery',
    '--output',
    'json',
  ]);
  let report: LintReport;
  try {
    report = JSON.parse(stdout) as LintReport;
  } catch {
    return check(false, output);
  }
  const found = [
    ...report.errors,
    // Preact itself assigns innerHTML, for `dangerouslySetInnerHTML`, which we never use.
    ...report.warnings.filter(({ code }) => code !== 'UNSAFE_VAR_ASSIGNMENT'),
  ];
  const told = found.map(
    ({ code, message, file, line }) => `${code} ${file ?? ''}:${line ?? ''} ${message}`,
  );
  return check(found.length === 0, told.join('\n'));
}

/** Sizes that the reader pays, in both builds. */
export async function weighBuilds(): Promise<Outcome> {
  return sum(BROWSER_NAMES.flatMap((browser) => weighBuild(extensionDir(browser))));
}

function weighBuild(folder: string): Outcome[] {
  return [
    weigh([join(folder, 'content-scripts/reader.js')], READER_BUDGET),
    weigh([join(folder, 'margin.js')], MARGIN_BUDGET),
    weigh(
      NAMES_FILES.map((name) => join(folder, name)),
      NAMES_BUDGET,
    ),
  ];
}

function weigh(files: readonly string[], budget: number): Outcome {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) return check(false, `${missing.join(', ')} missing`);
  const bytes = files.reduce(
    (total, file) => total + gzipSync(readFileSync(file)).length,
    0,
  );
  console.log(`${files.join(' + ')}: ${kilobytes(bytes)} of ${kilobytes(budget)}`);
  return check(bytes < budget, `${files.join(' + ')}: over the budget`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
