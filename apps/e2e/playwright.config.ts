import { defineConfig, devices } from '@playwright/test';
import { browserLaunchOptions } from '../../tools/browser/browser.mjs';

/** Journeys against the built application, in the browser that comes with the checkout. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results/e2e',
  globalSetup: './server.ts',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env['CI'] ? [['line']] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    baseURL: process.env['E2E_URL'] ?? '',
    launchOptions: await browserLaunchOptions(),
    trace: 'retain-on-failure',
  },
});
