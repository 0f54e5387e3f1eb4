import { defineConfig } from '@playwright/test';

/**
 * Needs a running portal: `npm run test:browser` starts one and runs this, and
 * `npm run test:real` one on real servers.
 * Tests are in the app's package, as Backstage has it.
 */
export default defineConfig({
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // One portal and one sandbox whose faults the tests set: one at a time.
  workers: 1,
  reporter: [['list'], ['json']],
  outputDir: '.local/results/browser',
  use: {
    baseURL: process.env.PLAYWRIGHT_URL,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'e2e', testDir: 'packages/app/e2e-tests' },
    { name: 'prefix', testDir: 'packages/app/e2e-prefix' },
    {
      name: 'install',
      testDir: 'packages/app/e2e-install',
      outputDir: '.local/results/install',
      // A fresh portal's dev server, of which nothing is warm.
      timeout: 300_000,
      expect: { timeout: 90_000 },
    },
    { name: 'real', testDir: 'packages/app/e2e-real' },
    {
      name: 'screenshots',
      testDir: 'packages/app/screenshots',
      outputDir: '.local/results/screenshots',
    },
  ],
});
