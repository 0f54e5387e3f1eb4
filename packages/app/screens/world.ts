import { Browser } from '@playwright/test';
import { Gate } from '../e2e-tests/gate';
import { sandboxControl } from '../e2e-tests/sandbox';
import { signIn } from '../e2e-tests/signIn';

export const CLUSTER = 'ag-br-core-prod';
/** Its Velero goes on, and hands out logs. */
export const OTHER_CLUSTER = 'ag-us-core-prod';

/** Requests in each of the states that look different, by their ids. */
export interface World {
  pending: string;
  overwriting: string;
  approved: string;
  succeeded: string;
  partiallyFailed: string;
  rejected: string;
  invalidated: string;
  breakGlass: string;
  executing: string;
  /** The backup that they restore. */
  backup: string;
  /** One whose log can be read, on the other cluster. */
  logged: string;
}

/** Brings the sandbox into a state in which every screen has something to show. */
export async function makeWorld(browser: Browser): Promise<World> {
  const otto = await personAt(browser, 'otto.operator');
  const ana = await personAt(browser, 'ana.approver');
  const petra = await personAt(browser, 'petra.platform');
  const { post, create } = sandboxControl();
  const backup = await otto.newestBackup(CLUSTER, 'payments-daily');
  const into = (namespace: string) => ({
    cluster: CLUSTER,
    spec: {
      backupName: backup,
      includedNamespaces: ['ws-payments'],
      namespaceMapping: { 'ws-payments': namespace },
    },
  });
  const fileAndApprove = async (namespace: string, reason: string) => {
    const id = await otto.file(into(namespace), reason);
    await ana.vote(id, 'approve', 'The point is the one of last night.');
    return id;
  };

  const drill = 'Monthly drill: does the backup of last night come back?';
  const succeeded = await fileAndApprove('ws-payments-drill', drill);
  await otto.reached(succeeded, 'succeeded');

  await post(`/clusters/${CLUSTER}/velero`, {
    failItem: {
      operation: 'restore',
      namespace: 'ws-payments',
      kind: 'Deployment',
      name: 'payments-api',
      message: 'admission webhook "images.appgear.io" denied the request',
    },
  });
  const partiallyFailed = await fileAndApprove('ws-payments-second', drill);
  await otto.reached(partiallyFailed, 'partiallyFailed');
  await post(`/clusters/${CLUSTER}/velero`, { clearFaults: true });

  const breakGlass = await petra.breakGlass(
    into('ws-payments-emergency'),
    'The settings of payments are gone, and customers cannot pay.',
    'INC-4711',
  );
  await otto.reached(breakGlass, 'succeeded');

  const rejected = await otto.file(into('ws-payments-copy'), drill);
  await ana.vote(rejected, 'veto', 'Not during the promotion: ask on Monday.');

  const invalidated = await otto.file(into('ws-payments-by-hand'), drill);
  await create(CLUSTER, 'restores', {
    apiVersion: 'velero.io/v1',
    kind: 'Restore',
    metadata: { name: 'by-hand', namespace: 'velero' },
    spec: {
      backupName: backup,
      includedNamespaces: ['ws-payments'],
      namespaceMapping: { 'ws-payments': 'ws-payments-by-hand' },
    },
  });

  await ana.vote(invalidated, 'approve', 'Go on, if nobody has done it yet.');
  await otto.reached(invalidated, 'invalidated');

  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const approved = await otto.file(
    { ...into('ws-payments-tonight'), notBefore: inAnHour },
    drill,
  );
  await ana.vote(approved, 'approve');
  const pending = await otto.file(into('ws-payments-audit'), drill);
  const overwriting = await otto.file(
    {
      cluster: CLUSTER,
      spec: {
        backupName: await otto.newestBackup(CLUSTER, 'checkout-6h'),
        includedNamespaces: ['ws-checkout'],
        existingResourcePolicy: 'update',
      },
    },
    'A bad migration of this morning broke settings of the checkout.',
  );

  // Velero stands still from here on, so that this one stays as it is.
  const executing = await fileAndApprove('ws-payments-now', drill);
  await otto.reached(executing, 'executing');
  await post(`/clusters/${CLUSTER}/velero`, { running: false });

  return {
    pending,
    overwriting,
    approved,
    succeeded,
    partiallyFailed,
    rejected,
    invalidated,
    breakGlass,
    executing,
    backup,
    logged: await otto.newestBackup(OTHER_CLUSTER, 'workspaces-daily'),
  };
}

/** Lets Velero go on. */
export async function endWorld() {
  await sandboxControl().post(`/clusters/${CLUSTER}/velero`, { running: true });
}

async function personAt(browser: Browser, person: string): Promise<Gate> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, person);
  const gate = await Gate.as(page);
  await page.close();
  return gate;
}
