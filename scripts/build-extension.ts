import { join } from 'node:path';
import type { BrowserName } from './browsers/browser-driver';
import { ROOT, runTool } from './run-command';

/** `sample` also matches localhost, for `npm start`. */
export type BuildMode = 'production' | 'sample';

const TARGET = { chromium: 'chrome', firefox: 'firefox' } as const;

/** The folder of the unpacked extension. `HAWASHI_BUILDS` names builds kept elsewhere than `.output`. */
export function extensionDir(
  browser: BrowserName,
  mode: BuildMode = 'production',
): string {
  const builds = process.env.HAWASHI_BUILDS ?? join(ROOT, '.output');
  return join(builds, `${TARGET[browser]}-mv3${mode === 'production' ? '' : '-sample'}`);
}

/** Builds the extension for a browser; the assets must be there. Gives its folder. */
export async function buildExtension(
  browser: BrowserName,
  mode: BuildMode,
): Promise<string> {
  const { code, output } = await runTool('wxt', [
    'build',
    '-b',
    TARGET[browser],
    '--mode',
    mode,
  ]);
  if (code !== 0) throw new Error(`the extension could not be built:\n${output}`);
  return join(
    ROOT,
    '.output',
    `${TARGET[browser]}-mv3${mode === 'production' ? '' : '-sample'}`,
  );
}

/** What the extension ships and the repository does not hold: the lexicon, the tagger's arithmetic, the map. */
export async function buildAssets(): Promise<void> {
  for (const script of [
    'lexicon/build.ts',
    'scripts/build-kernel.ts',
    'scripts/build-map.ts',
  ]) {
    const { code, output } = await runTool('tsx', [script]);
    if (code !== 0) throw new Error(`${script} failed:\n${output}`);
  }
}
