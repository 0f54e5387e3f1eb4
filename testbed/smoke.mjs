#!/usr/bin/env node
// Proves that the bed is real: a backup in c1, its contents by a signed URL, restores in c1, and in c2 from c1's bucket.
// node testbed/smoke.mjs      (after: node testbed/cli.mjs up)
import { deepStrictEqual as same, ok } from 'node:assert';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Api } from './lib/api.mjs';
import { step } from './lib/console.mjs';
import { request } from './lib/http.mjs';
import { stateFile } from './lib/paths.mjs';
import { until } from './lib/until.mjs';

const id = Date.now().toString(36);
const namespace = `ws-smoke-${id}`;
const backup = `smoke-${id}`;
const velero = '/apis/velero.io/v1/namespaces/velero';

const kinds = {
  backups: 'Backup',
  restores: 'Restore',
  deletebackuprequests: 'DeleteBackupRequest',
};

const { clusters } = JSON.parse(readFileSync(stateFile, 'utf8'));
const [c1, c2] = clusters.map(
  cluster => new Api({ ...cluster, token: cluster.adminToken }),
);
// Downloads go by the plugin's own identity: it must have the rights for them.
const [plugin1] = clusters.map(
  cluster => new Api({ ...cluster, token: cluster.pluginToken }),
);

const steps = {
  'a workspace in c1': async () => {
    await c1.apply(object('v1', 'Namespace', undefined, namespace));
    await fill(c1, namespace);
  },
  'a backup completes': async () => {
    await create(c1, 'backups', backup, { includedNamespaces: [namespace] });
    const { progress } = await finished(c1, 'backups', backup, 'Completed');
    return `${progress.itemsBackedUp} items`;
  },
  'its contents by DownloadRequest': async () => {
    const list = await download('BackupResourceList', backup);
    same(list['apps/v1/Deployment'], [`${namespace}/web`]);
    ok(list['v1/ConfigMap'].includes(`${namespace}/settings`));
    same(list['v1/Secret'], [`${namespace}/password`]);
    return `${Object.keys(list).length} kinds`;
  },
  'a lost workspace comes back in c1': async () => {
    await remove(c1, namespace);
    await create(c1, 'restores', `${backup}-lost`, { backupName: backup });
    await finished(c1, 'restores', `${backup}-lost`, 'Completed');
    await holdsEverything(c1, namespace);
    const list = await download('RestoreResourceList', `${backup}-lost`);
    same(list['apps/v1/Deployment'], [`${namespace}/web(created)`]);
  },
  'a restore over the living changes nothing': async () => {
    await create(c1, 'restores', `${backup}-living`, { backupName: backup });
    const { warnings } = await finished(
      c1,
      'restores',
      `${backup}-living`,
      'Completed',
    );
    const list = await download('RestoreResourceList', `${backup}-living`);
    same(list['apps/v1/Deployment'], [`${namespace}/web(skipped)`]);
    return `${warnings ?? 0} warnings`;
  },
  'the backup appears in c2': async () => {
    const synced = await until(() => c2.find(`${velero}/backups/${backup}`), {
      seconds: 60,
    });
    same(synced?.spec.storageLocation, 'shared');
  },
  'the workspace comes up in c2': async () => {
    await create(c2, 'restores', `${backup}-c2`, {
      backupName: backup,
      namespaceMapping: { [namespace]: `${namespace}-moved` },
    });
    await finished(c2, 'restores', `${backup}-c2`, 'Completed');
    await holdsEverything(c2, `${namespace}-moved`);
  },
  'a backup to nowhere fails validation': async () => {
    await create(c1, 'backups', `${backup}-bad`, { storageLocation: 'none' });
    const { validationErrors } = await finished(
      c1,
      'backups',
      `${backup}-bad`,
      'FailedValidation',
    );
    ok(validationErrors.length > 0);
  },
  'clean up': async () => {
    await create(c1, 'deletebackuprequests', backup, { backupName: backup });
    await c1.delete(`${velero}/backups/${backup}-bad`);
    await gone(c1, `${velero}/backups/${backup}`);
    await gone(c2, `${velero}/backups/${backup}`);
    await remove(c1, namespace);
    await remove(c2, `${namespace}-moved`);
  },
};

const failures = [];
for (const [label, work] of Object.entries(steps)) {
  await step(label.padEnd(44), work).catch(error => failures.push(error));
}
failures.forEach(error => console.error(`\n${error.stack}`));
console.log(
  `\n${Object.keys(steps).length - failures.length} passed, ${
    failures.length
  } failed`,
);
process.exitCode = failures.length ? 1 : 0;

function object(apiVersion, kind, ns, name, rest) {
  const metadata = { name, ...(ns && { namespace: ns }) };
  return { apiVersion, kind, metadata, ...rest };
}

async function fill(api, ns) {
  const labels = { app: 'web' };
  const containers = [{ name: 'web', image: 'registry.example/web:1' }];
  await api.apply(
    object('v1', 'ConfigMap', ns, 'settings', { data: { colour: 'blue' } }),
  );
  await api.apply(
    object('v1', 'Secret', ns, 'password', { stringData: { word: 'sesame' } }),
  );
  await api.apply(
    object('apps/v1', 'Deployment', ns, 'web', {
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers } },
      },
    }),
  );
}

async function holdsEverything(api, ns) {
  const core = `/api/v1/namespaces/${ns}`;
  same((await api.get(`${core}/configmaps/settings`)).data, { colour: 'blue' });
  const { data } = await api.get(`${core}/secrets/password`);
  same(Buffer.from(data.word, 'base64').toString(), 'sesame');
  ok(await api.get(`/apis/apps/v1/namespaces/${ns}/deployments/web`));
}

function create(api, resource, name, spec) {
  return api.post(`${velero}/${resource}`, {
    apiVersion: 'velero.io/v1',
    kind: kinds[resource],
    metadata: { name },
    spec,
  });
}

/** The status once the object has reached a phase that ends; fails on any other than the one expected. */
async function finished(api, resource, name, expected) {
  const end = /^(Completed|PartiallyFailed|Failed|FailedValidation)$/;
  const object = await until(
    async () => {
      const found = await api.get(`${velero}/${resource}/${name}`);
      return end.test(found.status?.phase) && found;
    },
    { seconds: 120 },
  );
  same(object?.status.phase, expected, JSON.stringify(object?.status));
  return object.status;
}

async function download(kind, name) {
  const { metadata } = await plugin1.post(`${velero}/downloadrequests`, {
    apiVersion: 'velero.io/v1',
    kind: 'DownloadRequest',
    metadata: { generateName: 'smoke-' },
    spec: { target: { kind, name } },
  });
  const url = await until(
    async () =>
      (
        await plugin1.get(`${velero}/downloadrequests/${metadata.name}`)
      ).status?.downloadURL,
    { seconds: 30 },
  );
  ok(url, `no URL for ${kind} of ${name}`);
  await plugin1.delete(`${velero}/downloadrequests/${metadata.name}`);
  const { status, body } = await request(url);
  same(status, 200, body.toString());
  return JSON.parse(gunzipSync(body));
}

async function remove(api, ns) {
  await api.delete(`/api/v1/namespaces/${ns}`);
  await gone(api, `/api/v1/namespaces/${ns}`);
}

async function gone(api, path) {
  const isGone = async () => !(await api.find(path));
  ok(await until(isGone, { seconds: 120 }), `${path} is still there`);
}
