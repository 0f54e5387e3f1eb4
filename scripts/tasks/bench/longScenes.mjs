import { LARGE } from './longFleet.mjs';

/**
 * What readers do with the lists that can be long; `asked` names the requests
 * for the large restore, the one that came to its end and the one that is open.
 */
export function scenes(asked) {
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
          await page
            .getByRole('textbox', { name: /becomes/ })
            .fill('elsewhere');
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
      address: `/dr/restores/${asked.open}`,
      landmark: effects,
      uses: preview,
    },
    'contents of a backup': {
      address: `/dr/backups/${LARGE.cluster}/${LARGE.name}`,
      landmark: rows,
      uses: readingLog,
    },
    'restored request': {
      address: `/dr/restores/${asked.restored}`,
      landmark: rows,
      uses: readingLog,
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
    audit: {
      address: '/dr/audit',
      landmark: rows,
      uses: {
        ...turning,
        'choose a person': async page => {
          const person = page.getByRole('textbox', { name: 'Person' });
          await person.pressSequentially('user:default/augusto.audit');
          await person.press('Enter');
        },
      },
    },
  };
}

const turn = name => page => page.getByRole('button', { name }).last().click();

const turning = {
  'next page': turn('Next page'),
  'last page': turn('Last page'),
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

const log = page => page.getByRole('region', { name: 'Log' });

const readingLog = {
  'read the log': async page => {
    await log(page).getByRole('button', { name: 'Read the log' }).click();
    await log(page).getByRole('grid').waitFor();
  },
  'next page': page => turn('Next page')(log(page)),
  'last page': page => turn('Last page')(log(page)),
  search: page => log(page).getByRole('searchbox').pressSequentially('-0099'),
  'choose a level': choosing('Level'),
};

const next = page => page.getByRole('button', { name: /^Next: / }).click();
