import { Page } from '@playwright/test';
import { CLUSTER, OTHER_CLUSTER, World } from './world';

/** A screen, as one of the demo's people comes to it. */
export interface Screen {
  name: string;
  person: string;
  path(world: World | undefined): string;
  /** What the person does there before it is looked at. */
  act?(page: Page): Promise<void>;
  /** Worth a look on a very wide display too. */
  isWide?: boolean;
  /** Backstage's own page, in which a part of ours is a guest. */
  isGuest?: boolean;
  /** Where our part is, when not in `main`; a selector. */
  area?: string;
}

const at = (
  name: string,
  path: string | ((world: World) => string),
  more: Partial<Screen> = {},
): Screen => ({
  name,
  person: 'otto.operator',
  path: world => (typeof path === 'string' ? path : path(world!)),
  ...more,
});

const request = (state: keyof World, person = 'ana.approver') =>
  at(`request-${state}`, world => `/dr/restores/${world[state]}`, { person });

/** Every screen of the plugin, in the order of its tabs. */
export const SCREENS: Screen[] = [
  at('overview', '/dr/overview', { isWide: true }),
  at('workspaces', '/dr/workspaces', { isWide: true }),
  at('workspace-protected', '/dr/workspaces/ws-checkout', { isWide: true }),
  at('workspace-local', '/dr/workspaces/ws-payments'),
  at('workspace-empty', '/dr/workspaces/ws-catalog', { person: 'dora.dev' }),
  at('workspace-legacy', '/dr/workspaces/ws-legacy'),
  at('workspace-stale', '/dr/workspaces/ws-reports'),
  at('workspace-unprotected', '/dr/workspaces/ws-tmp'),
  at('workspace-forbidden', '/dr/workspaces/ws-payments', {
    person: 'dora.dev',
  }),
  at('restores', '/dr/restores', { person: 'ana.approver', isWide: true }),
  at('restores-operator', '/dr/restores'),
  at('restores-developer', '/dr/restores', { person: 'dora.dev' }),
  at('restores-nothing', '/dr/restores?workspace=ws-none'),
  { ...request('pending'), isWide: true },
  request('overwriting'),
  at('request-approving', ({ overwriting }) => `/dr/restores/${overwriting}`, {
    person: 'bruno.approver',
    area: '[role="dialog"]',
    act: page =>
      page.getByRole('button', { name: /^(Approve|Aprovar)$/ }).click(),
  }),
  request('approved'),
  request('executing'),
  request('succeeded'),
  request('partiallyFailed'),
  request('rejected'),
  request('invalidated'),
  at('request-own', ({ pending }) => `/dr/restores/${pending}`),
  at('request-break-glass', ({ breakGlass }) => `/dr/restores/${breakGlass}`, {
    person: 'bruno.approver',
  }),
  at('out-of-band', '/dr/restores/out-of-band'),
  at('wizard-1-source', '/dr/restores/new?workspace=ws-checkout', {
    act: chooseCheckout,
    isWide: true,
  }),
  at('wizard-2-target', '/dr/restores/new?workspace=ws-checkout', {
    act: page => walkTo(page, 'target'),
    isWide: true,
  }),
  at('wizard-3-options', '/dr/restores/new?workspace=ws-checkout', {
    act: page => walkTo(page, 'options'),
    isWide: true,
  }),
  at('wizard-4-preview', '/dr/restores/new?workspace=ws-checkout', {
    act: page => walkTo(page, 'preview'),
    isWide: true,
  }),
  at('wizard-5-review', '/dr/restores/new?workspace=ws-checkout', {
    act: page => walkTo(page, 'review'),
    isWide: true,
  }),
  at('wizard-obstacle', '/dr/restores/new?workspace=ws-checkout', {
    act: walkIntoWhatLives,
  }),
  at('backups', '/dr/backups', { isWide: true }),
  at('backups-nothing', '/dr/backups?search=no-such-backup'),
  at('backup', ({ backup }) => `/dr/backups/${CLUSTER}/${backup}`, {
    isWide: true,
  }),
  at('backup-log', ({ logged }) => `/dr/backups/${OTHER_CLUSTER}/${logged}`, {
    act: async page => {
      await page.getByRole('button', { name: /^(Read|Ler)/ }).click();
      await page.getByRole('main').getByRole('searchbox').waitFor();
    },
  }),
  at('backup-missing', `/dr/backups/${CLUSTER}/no-such-backup`),
  at('schedules', '/dr/schedules', { isWide: true }),
  at('schedule', `/dr/schedules/${CLUSTER}/workspaces-daily`, {
    isWide: true,
  }),
  at('schedule-new', '/dr/schedules/simulate'),
  at('storage', '/dr/storage', { isWide: true }),
  at('storage-location', `/dr/storage/${CLUSTER}/dr-s3-external`),
  at('compliance', '/dr/compliance', {
    person: 'augusto.audit',
    isWide: true,
  }),
  at('audit', '/dr/audit', { person: 'augusto.audit', isWide: true }),
  at('audit-forbidden', '/dr/audit', { person: 'dora.dev' }),
  at('home', '/home', {
    person: 'ana.approver',
    act: addWidget,
    isGuest: true,
  }),
  at('entity', '/catalog/default/resource/ws-checkout', {
    person: 'dora.dev',
    isGuest: true,
    act: page =>
      page
        .getByRole('navigation', { name: 'Content navigation' })
        .getByRole('link', { name: /^(Disaster|Recuperação)/ })
        .click(),
  }),
  at('entity-card', '/catalog/default/resource/ws-checkout', {
    person: 'dora.dev',
    isGuest: true,
  }),
  at('search', '/search?query=payments', { isGuest: true }),
  at('template-restore', '/create/templates/default/request-restore', {
    isGuest: true,
  }),
  at('template-backups', '/create/templates/default/enable-backups', {
    isGuest: true,
  }),
];

async function chooseCheckout(page: Page) {
  await page
    .getByRole('radio', { name: /: (Holds everything|Guarda tudo)$/ })
    .last()
    .check({ force: true, timeout: 80_000 });
  await page.getByRole('checkbox', { name: 'ws-checkout' }).waitFor();
}

const STEPS = ['source', 'target', 'options', 'preview', 'review'] as const;

/** Goes on as somebody would who wants a copy beside the workspace. */
async function walkTo(page: Page, step: (typeof STEPS)[number]) {
  await chooseCheckout(page);
  for (const next of STEPS.slice(1, STEPS.indexOf(step) + 1)) {
    await goOn(page, next);
    if (next === 'target') await intoNewNamespaces(page);
    if (next === 'preview') {
      await page.getByRole('grid').first().waitFor({ timeout: 80_000 });
    }
  }
}

/** Where everything lives that the point holds, there is nothing to do. */
async function walkIntoWhatLives(page: Page) {
  await chooseCheckout(page);
  for (const next of ['target', 'options', 'preview'] as const) {
    await goOn(page, next);
  }
  await page.getByRole('alert').first().waitFor({ timeout: 80_000 });
}

async function goOn(page: Page, next: (typeof STEPS)[number]) {
  await page.getByRole('button', { name: /^(Next|Avançar): / }).click();
  await page.waitForURL(new RegExp(`step=${next}`));
}

async function intoNewNamespaces(page: Page) {
  await page
    .getByRole('radio', { name: /^(New namespaces|Novos namespaces)/ })
    .check({ force: true });
  await page.getByRole('button', { name: /-restored/ }).click();
}

/**
 * The home page is each person's own: the widget is there, and kept, once
 * chosen. Backstage gives that page no landmark to look in.
 */
async function addWidget(page: Page) {
  const widget = page.getByRole('heading', {
    name: /^(What waits for me|O que espera por mim)$/,
  });
  const add = page.getByRole('button', { name: 'Add widget' });
  await widget.or(add).first().waitFor();
  if (await widget.isVisible()) return;
  await add.click();
  await page.getByRole('dialog').getByText('What waits for me').click();
  await widget.waitFor();
}
