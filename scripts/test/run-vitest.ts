import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../run-command';
import type { Outcome } from './step';

interface VitestReport {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string }[];
  }[];
}

/** Runs Vitest projects and counts their tests; a file that could not even be read counts as one failure. */
export async function runVitest(projects: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'hawashi-tests-'));
  const report = join(folder, 'report.json');
  const { code } = await runTool(
    'vitest',
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { show: true },
  );
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')) as VitestReport, code);
  } catch {
    return { passed: 0, failed: 1, told: 'Vitest left no report' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function count(report: VitestReport, code: number): Outcome {
  const passed = report.numPassedTests;
  const failed = report.testResults
    .map((file) => {
      const failures = file.assertionResults.filter(({ status }) => status === 'failed');
      return failures.length === 0 && file.status === 'failed' ? 1 : failures.length;
    })
    .reduce((sum, failures) => sum + failures, 0);
  if (passed + failed === 0) return { passed, failed: 1, told: 'no tests were found' };
  // An error outside of any test, such as a rejected promise that nobody awaited.
  if (failed === 0 && code !== 0) {
    return { passed, failed: 1, told: 'Vitest failed outside of the tests' };
  }
  return { passed, failed };
}
