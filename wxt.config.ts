import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { readNewsSites, toMatchPatterns } from './scripts/news-sites';
import { slimReader } from './scripts/slim-reader';

/**
 * `wxt build --mode sample` adds the local sample news to the sites of the
 * manifest, for `npm start`; the production build never contains it.
 */
const SAMPLE_MATCHES = ['http://localhost/*', 'http://127.0.0.1/*'];

/** Where the reader works without being asked: the sites of the list, nothing wider. */
const sitesOf = (mode: string): string[] => [
  ...toMatchPatterns(readNewsSites()),
  ...(mode === 'sample' ? SAMPLE_MATCHES : []),
];

/** The entrypoints that run in pages: what every reader of the news pays for, and what comes when it is needed. */
const IN_PAGES = new Set(['reader', 'margin']);

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  publicDir: 'assets/public',
  vite: () => ({ plugins: [preact()] }),
  hooks: {
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (!entrypoint || !IN_PAGES.has(entrypoint.name)) return;
      config.plugins = [...(config.plugins ?? []), slimReader()];
    },
    // The entrypoint's own `matches` is a placeholder: the list is read here, once.
    'build:manifestGenerated': (wxt, manifest) => {
      for (const script of manifest.content_scripts ?? []) {
        script.matches = sitesOf(wxt.config.mode);
        script.run_at = 'document_idle';
        script.all_frames = false;
      }
      // WXT puts the popup's title here, which cannot be translated.
      if (manifest.action) manifest.action.default_title = '__MSG_extensionName__';
      if (manifest.sidebar_action)
        manifest.sidebar_action.default_title = '__MSG_extensionName__';
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      ...['activeTab', 'scripting', 'storage', 'unlimitedStorage'],
      // Chrome's worker cannot make a file: a page that nobody sees does (`entrypoints/backup-file`).
      // Its side panel has a permission without a question; Firefox has a sidebar without one.
      ...(browser === 'firefox' ? [] : ['offscreen', 'sidePanel']),
    ],
    commands: {
      // Firefox knows this name, and opens and closes its sidebar by itself.
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_openPanel__',
      },
    },
    // For the weekly backup file, asked for when the reader turns it on.
    optional_permissions: ['downloads'],
    host_permissions: sitesOf(mode),
    optional_host_permissions: ['*://*/*'],
    // The browsers' own default, and WebAssembly from the extension's files: the tagger's arithmetic.
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self';",
    },
    // One background for all windows: it keeps what belongs to private ones in memory only.
    incognito: 'spanning',
    action: { default_title: '__MSG_extensionName__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'hawashi@hawashi.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '111' }),
  }),
});
