// Every journey runs twice: hydrated, and with JavaScript off. A test that is about one of the two
// only says so in its name, and is left out of the other by that name.

import { defineConfig } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from './server.ts';

export default defineConfig({
  testDir: './tests',
  globalSetup: './global.setup.ts',
  outputDir: './test-results',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  workers: 2,
  retries: 0,
  // Twice what a machine needs that has nothing else to do.
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: CHROMIUM, args: CHROMIUM_ARGS },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 5_000,
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'hydrated', use: { javaScriptEnabled: true }, grepInvert: /without JavaScript/ },
    { name: 'no-javascript', use: { javaScriptEnabled: false }, grepInvert: /with JavaScript/ },
  ],
});
