import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../wxt.config';
import { readNewsSites, toMatchPatterns } from './news-sites';

const LOCALES = join(import.meta.dirname, '../assets/public/_locales');

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  [key: string]: unknown;
}

function manifestFor(browser: string, mode: string): Manifest {
  const make = config.manifest as unknown as (env: object) => Manifest;
  return make({ browser, mode, manifestVersion: 3, command: 'build' });
}

/** The manifest after WXT's hook, with a content script as an entrypoint declares it. */
function finished(mode: string): { content_scripts: { matches: string[] }[] } {
  const hooks = config.hooks as Record<string, (wxt: object, manifest: object) => void>;
  const hook = hooks['build:manifestGenerated'];
  const manifest = { content_scripts: [{ matches: ['*://placeholder.example/*'] }] };
  hook?.({ config: { mode } }, manifest);
  return manifest;
}

describe('the manifest', () => {
  const sites = toMatchPatterns(readNewsSites());

  it.each(['chrome', 'firefox'])(
    'asks for the listed sites and no more, in %s',
    (name) => {
      const manifest = manifestFor(name, 'production');
      expect(manifest.host_permissions).toEqual(sites);
      expect([...manifest.permissions].sort()).toEqual([
        'activeTab',
        ...(name === 'chrome' ? ['offscreen'] : []),
        'scripting',
        ...(name === 'chrome' ? ['sidePanel'] : []),
        'storage',
        'unlimitedStorage',
      ]);
      expect(manifest.optional_permissions).toEqual(['downloads']);
      expect(manifest.web_accessible_resources).toBeUndefined();
      // The browsers' own policy, and WebAssembly.
      expect(manifest.content_security_policy).toEqual({
        extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self';",
      });
      expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
    },
  );

  it.each(['chrome', 'firefox'])(
    'has one background for private windows and others, in %s',
    (name) => {
      expect(manifestFor(name, 'production').incognito).toBe('spanning');
    },
  );

  it('opens the panel by a key, as each browser has it', () => {
    expect(Object.keys(manifestFor('chrome', 'production').commands as object)).toEqual([
      'open-panel',
    ]);
    expect(Object.keys(manifestFor('firefox', 'production').commands as object)).toEqual([
      '_execute_sidebar_action',
    ]);
  });

  it('runs the reader on the listed sites and no more', () => {
    expect(finished('production').content_scripts).toEqual([
      { matches: sites, run_at: 'document_idle', all_frames: false },
    ]);
  });

  it('has the local sample news in its own mode only', () => {
    const local = [
      ...finished('sample').content_scripts.flatMap(({ matches }) => matches),
    ];
    expect(local).toContain('http://localhost/*');
    expect(manifestFor('chrome', 'sample').host_permissions).toEqual(local);
    expect(sites.join()).not.toMatch(/localhost|127\.0\.0\.1/);
  });
});

describe('the words of the manifest', () => {
  it.each(readdirSync(LOCALES))('fit the stores’ limits in %s', (locale) => {
    const file = readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8');
    const messages: Record<string, { message: string }> = JSON.parse(file);
    expect(Object.keys(messages)).toEqual([
      'extensionName',
      'extensionDescription',
      'openPanel',
    ]);
    expect(messages.extensionName?.message.length).toBeLessThanOrEqual(75);
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});
