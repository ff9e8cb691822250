import { existsSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const chromium =
  process.env.CHROMIUM_PATH ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

/**
 * `unit`: pure logic and storage, beside the code, in Node.
 * `browser`: whatever needs a real DOM, `*.browser.test.ts(x)`, in Chromium.
 * `e2e`: the built extension in both browsers; needs `npm run build` first.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          // A slow machine is no failure: speed is measured in benchmarks.
          testTimeout: 30_000,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [
            '**/*.browser.test.*',
            'test/e2e/**',
            'node_modules/**',
            '.output/**',
            '.wxt/**',
          ],
          setupFiles: ['test/setup-unit.ts'],
        },
      },
      {
        // WXT's plugin sets up a fake of the browser API, in Node only.
        plugins: [preact()],
        resolve: { alias: { '@': import.meta.dirname } },
        // Known before the first test: one found late would reload the page under a running test.
        optimizeDeps: {
          include: [
            'axe-core',
            'd3-force',
            'd3-geo',
            'fast-check',
            'lucide',
            'preact',
            'preact/compat',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'preact/jsx-runtime',
            'topojson-client',
            'wxt/browser',
          ],
        },
        test: {
          name: 'browser',
          testTimeout: 30_000,
          include: ['**/*.browser.test.{ts,tsx}'],
          exclude: ['node_modules/**', '.output/**'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium ? { executablePath: chromium } : {}),
                args: ['--no-sandbox'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
        resolve: { alias: { '@': import.meta.dirname } },
      },
    ],
  },
});
