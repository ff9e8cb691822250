import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, MissingBrowserError } from './find-browser';

afterEach(() => vi.unstubAllEnvs());

describe('findBrowser', () => {
  it('takes the program that the environment names', () => {
    vi.stubEnv('FIREFOX_PATH', process.execPath);
    expect(findBrowser('firefox')).toBe(process.execPath);
  });

  it.each([
    ['chromium', 'CHROMIUM_PATH', 'Chromium'],
    ['firefox', 'FIREFOX_PATH', 'Firefox'],
  ] as const)(
    'says in one sentence that %s is not where %s names it',
    (browser, variable, shown) => {
      vi.stubEnv(variable, '/nowhere/browser');
      const find = () => findBrowser(browser);
      expect(find).toThrow(MissingBrowserError);
      expect(find).toThrow(
        `${shown} was not found at /nowhere/browser, which ${variable} names.`,
      );
    },
  );

  it('says how to install what is missing', () => {
    const { message } = new MissingBrowserError('chromium', undefined);
    expect(message).toMatch(/^Chromium was not found: .*install.*CHROMIUM_PATH\.$/);
    expect(message).not.toContain('\n');
  });
});
