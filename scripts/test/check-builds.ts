import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BROWSER_NAMES } from '../browsers/browser-driver';
import { buildAssets, buildExtension, extensionDir } from '../build-extension';
import { runTool } from '../run-command';
import { check, type Outcome, sum } from './step';

/** Bytes, gzipped: what every news page pays. */
const CONTENT_SCRIPT_BUDGET = 60_000;
/** Bytes on disk. */
const LEXICON_BUDGET = 3_000_000;
/** The weights of the network that finds names, with the vectors of words. */
const TAGGER_BUDGET = 3_000_000;
/** Its arithmetic. */
const KERNEL_BUDGET = 10_000;

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
  const script = join(folder, 'content-scripts/reader.js');
  const lexicon = join(folder, 'lexicon.bin');
  return [
    weigh(script, CONTENT_SCRIPT_BUDGET, (bytes) => gzipSync(bytes).length),
    weigh(lexicon, LEXICON_BUDGET, (bytes) => bytes.length),
    weigh(join(folder, 'tagger.bin'), TAGGER_BUDGET, (bytes) => bytes.length),
    weigh(join(folder, 'tagger.wasm'), KERNEL_BUDGET, (bytes) => bytes.length),
  ];
}

function weigh(file: string, budget: number, size: (bytes: Buffer) => number): Outcome {
  if (!existsSync(file)) return check(false, `${file} is missing`);
  const bytes = size(readFileSync(file));
  console.log(`${file}: ${kilobytes(bytes)} of ${kilobytes(budget)}`);
  return check(bytes < budget, `${file} is over its budget`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
