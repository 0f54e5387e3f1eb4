import { LARGE } from './longFleet.mjs';

/** What readers do with the lists that can be long. */
export function scenes(request) {
  const rows = page => page.getByRole('rowheader');
  const effects = page => page.getByRole('grid').last().getByRole('rowheader');
  const list = { ...turning, ...searching('0') };
  const preview = {
    ...list,
    'choose a kind': choosing('Kind'),
    'choose an action': choosing('What happens'),
  };
  const ofBackup = new URLSearchParams({
    workspace: LARGE.workspace,
    cluster: LARGE.cluster,
    backup: LARGE.name,
  });
  return {
    backups: {
      address: `/dr/backups`,
      landmark: rows,
      uses: {
        sort: page => page.getByRole('columnheader').first().click(),
        'choose a phase': choosing('Phase'),
        ...list,
      },
    },
    'last page of backups': {
      address: `/dr/backups?page=200`,
      landmark: rows,
      uses: { scroll: page => page.mouse.wheel(0, 5000) },
    },
    'restore wizard': {
      address: `/dr/restores/new?${ofBackup}`,
      landmark: page => page.getByRole('radio'),
      uses: {
        'where to': next,
        'what exactly': async page => {
          await page.getByRole('radio', { name: /^New namespaces/ }).focus();
          await page.keyboard.press('Space');
          await page.getByRole('textbox', { name: /becomes/ }).fill('restored');
          await next(page);
        },
        async preview(page) {
          await next(page);
          await effects(page).first().waitFor();
        },
        ...preview,
      },
    },
    'restore request': {
      address: `/dr/restores/${request}`,
      landmark: effects,
      uses: preview,
    },
    'contents of a backup': {
      address: `/dr/backups/${LARGE.cluster}/${LARGE.name}`,
      landmark: rows,
      uses: {
        'read the log': async page => {
          await page.getByRole('button', { name: 'Read the log' }).click();
          await page.getByRole('grid', { name: 'Log' }).waitFor();
        },
        ...searching('0'),
        'choose a level': choosing('Level'),
      },
    },
    'recovery points': {
      address: '/dr/workspaces/ws-002',
      landmark: page => page.getByRole('radio'),
      uses: {
        'next point': async page => {
          await page.getByRole('radio').last().focus();
          await page.keyboard.press('ArrowLeft');
        },
        ...turning,
      },
    },
    requests: { address: '/dr/restores', landmark: rows, uses: turning },
    audit: { address: '/dr/audit', landmark: rows, uses: turning },
  };
}

const turning = {
  'next page': page =>
    page.getByRole('button', { name: 'Next page' }).last().click(),
};

const searching = text => ({
  search: page => page.getByRole('searchbox').last().pressSequentially(text),
});

const choosing = label => async page => {
  await page
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .last()
    .click();
  await page.getByRole('option').nth(1).click();
};

const next = page => page.getByRole('button', { name: /^Next: / }).click();
