import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { readNewsSites, toMatchPatterns } from './scripts/news-sites';

/**
 * `wxt build --mode sample` adds the local sample news to the sites of the
 * manifest, for `npm start`; the production build never contains it.
 */
const SAMPLE_MATCHES = ['http://localhost/*', 'http://127.0.0.1/*'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  publicDir: 'assets/public',
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage'],
    host_permissions: [
      ...toMatchPatterns(readNewsSites()),
      ...(mode === 'sample' ? SAMPLE_MATCHES : []),
    ],
    optional_host_permissions: ['*://*/*'],
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
