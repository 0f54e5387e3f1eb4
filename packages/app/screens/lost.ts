import { Browser, Page } from '@playwright/test';
import { Gate } from '../e2e-tests/gate';
import { signIn } from '../e2e-tests/signIn';
import { Screen } from './screens';
import { OTHER_CLUSTER } from './world';

/** The bucket of Brazil, whose clusters are gone. */
const BUCKET = 'bucket-br';

/** What there is to look at when one cluster and a bucket are left. */
export interface LostWorld {
  /** A request that nobody decided on. */
  expired: string;
  /** A backup that only the bucket shows. */
  backup: string;
}

/** Resolves when the bucket is read. */
export async function makeLostWorld(browser: Browser): Promise<LostWorld> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, 'otto.operator');
  const otto = await Gate.as(page);
  const expired = await otto.file(
    {
      cluster: OTHER_CLUSTER,
      spec: {
        backupName: await otto.newestBackup(OTHER_CLUSTER, 'media-daily'),
        includedNamespaces: ['ws-media'],
        namespaceMapping: { 'ws-media': 'ws-media-drill' },
      },
    },
    'Monthly drill: does the backup of last night come back?',
  );
  await otto.reached(expired, 'expired');
  await bucketRead(page);
  const backup = await otto.newestBackup(BUCKET, 'payments-daily');
  await page.close();
  return { expired, backup };
}

/** Screens that look otherwise then, or only are there then. */
export function lostScreens({ expired, backup }: LostWorld): Screen[] {
  const at = (name: string, path: string, more: Partial<Screen> = {}) => ({
    name,
    person: 'otto.operator',
    path: () => path,
    ...more,
  });
  return [
    at('lost-overview', '/dr/overview', { isWide: true }),
    at('lost-workspaces', '/dr/workspaces', { isWide: true }),
    at('lost-workspace', '/dr/workspaces/ws-payments'),
    at('lost-backups', `/dr/backups?cluster=${BUCKET}`),
    at('lost-backup', `/dr/backups/${BUCKET}/${backup}`),
    at('lost-storage', '/dr/storage'),
    at('lost-storage-location', `/dr/storage/${BUCKET}/${BUCKET}`),
    at(
      'lost-wizard-target',
      `/dr/restores/new?cluster=${BUCKET}&backup=${backup}&step=target`,
      { act: page => page.getByRole('radio').first().waitFor() },
    ),
    at('request-expired', `/dr/restores/${expired}`),
  ];
}

async function bucketRead(page: Page) {
  await page.goto('/dr/overview');
  await page.waitForFunction(
    () => {
      const said = document.body.innerText;
      return (
        /namespaces? (is|are) in no cluster/.test(said) &&
        !/still to be read/.test(said)
      );
    },
    undefined,
    { polling: 400, timeout: 240_000 },
  );
}
