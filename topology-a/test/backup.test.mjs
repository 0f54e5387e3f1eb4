import { deepStrictEqual as same, match, ok } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startHost } from './host.mjs';

let host;
before(async () => {
  host = await startHost();
  await host.sql('create database shop');
  await host.sql(
    'create table orders as select generate_series(1, 1000) as id',
    'shop',
  );
});
after(() => host?.end());
beforeEach(() => {
  rmSync(host.backups, { recursive: true, force: true });
  host.settings();
});

const names = () =>
  existsSync(host.backups)
    ? readdirSync(host.backups)
        .filter(name => name.startsWith('appgear-'))
        .sort()
    : [];
const manifest = () =>
  JSON.parse(readFileSync(path.join(host.backups, 'manifest.json'), 'utf8'));
/** Nothing that could be taken for a backup. */
const nothingLeft = () =>
  same(
    readdirSync(host.backups).filter(
      name =>
        ![
          '.lock',
          '.manifest.lock',
          '.last-run.json',
          'manifest.json',
        ].includes(name),
    ),
    [],
  );

describe('a run', () => {
  it('dumps every database and the data, and says that it is no DR', async () => {
    const { code, said } = await host.call(['run']);
    same(code, 0, said);
    match(said, /NO disaster/);
    const [name] = names();
    same(readdirSync(path.join(host.backups, name)).sort(), [
      'SHA256SUMS',
      'appgear-postgres.globals.sql',
      'appgear-postgres.postgres.dump',
      'appgear-postgres.shop.dump',
      'data.tar.gz',
      'manifest.json',
    ]);
  });

  it('tells programs what it made', async () => {
    await host.call(['run']);
    const { disasterRecovery, topology, lastRun, backups } = manifest();
    same(
      { disasterRecovery, topology },
      { disasterRecovery: false, topology: 'A' },
    );
    same(lastRun.result, 'succeeded');
    same(
      backups.map(({ name }) => name),
      names(),
    );
    const dump = backups[0].files.find(
      file => file.path === 'appgear-postgres.shop.dump',
    );
    ok(dump.bytes > 0);
    match(dump.sha256, /^[0-9a-f]{64}$/);
  });

  it('does not run what stands in the settings', async () => {
    const trap = path.join(host.folder, 'trapped');
    appendFileSync(
      host.envFile,
      `PASSWORD=$(touch ${trap})\nOTHER=\`touch ${trap}\`\nDOCKER_DATA_DIR="${host.data}"; touch ${trap}\n`,
    );
    await host.call(['run']);
    ok(!existsSync(trap));
  });

  it('names the line of the settings that it cannot read', async () => {
    appendFileSync(host.envFile, 'no equals sign\n');
    const { code, said } = await host.call(['run']);
    same(code, 1);
    match(said, /line 4: expected NAME=value/);
  });
});

describe('a run that fails', () => {
  const failures = {
    'a container that is not there': [{ POSTGRES_CONTAINERS: 'gone' }, {}],
    'a dump that ends with an error': [
      {},
      { BREAK_DUMP_OF: 'shop', BREAK_WITH: '1' },
    ],
    'a dump that breaks off and looks well': [{}, { BREAK_DUMP_OF: 'shop' }],
    'nothing to back up': [
      { POSTGRES_CONTAINERS: '', DOCKER_DATA_DIR: '/nowhere' },
      {},
    ],
  };
  for (const [what, [settings, env]] of Object.entries(failures)) {
    it(`for ${what} leaves nothing that looks like a backup`, async () => {
      host.settings(settings);
      const { code, said } = await host.call(['run'], env);
      same(code, 1, said);
      match(said, /NO backup was made/);
      nothingLeft();
      same(manifest().lastRun.result, 'failed');
    });
  }

  it('keeps the backups of before', async () => {
    await host.call(['run']);
    const before = names();
    await host.call(['run'], { BREAK_DUMP_OF: 'shop' });
    same(names(), before);
    same(manifest().backups.length, 1);
  });

  it('removes what a killed run left', async () => {
    mkdirSync(path.join(host.backups, '.partial-appgear-20200101T000000Z'), {
      recursive: true,
    });
    const { code } = await host.call(['run']);
    same(code, 0);
    ok(!readdirSync(host.backups).some(name => name.startsWith('.partial')));
  });
});

it('one run at a time', async () => {
  mkdirSync(host.backups, { recursive: true });
  const lock = path.join(host.backups, '.lock');
  const holder = spawn('flock', [lock, 'sh', '-c', 'echo held; read line'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const { code, said } = await host.call(['run']);
  holder.stdin.end();
  await once(holder, 'close');
  same(code, 1);
  match(said, /another backup runs/);
});

it('keeps the newest', async () => {
  host.settings({ KEEP_BACKUPS: '2' });
  for (const day of ['01', '02', '03']) {
    const old = path.join(host.backups, `appgear-202001${day}T000000Z`);
    mkdirSync(old, { recursive: true });
    writeFileSync(
      path.join(old, 'manifest.json'),
      `{"name":"appgear-202001${day}T000000Z"}`,
    );
  }
  await host.call(['run']);
  same(names().length, 2);
  same(names()[0], 'appgear-20200103T000000Z');
  same(
    manifest().backups.map(({ name }) => name),
    names(),
  );
});

describe('verify', () => {
  it('takes a backup for what it is until a byte changes', async () => {
    await host.call(['run']);
    same((await host.call(['verify'])).code, 0);
    const dump = path.join(
      host.backups,
      names()[0],
      'appgear-postgres.shop.dump',
    );
    const bytes = readFileSync(dump);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(dump, bytes);
    const { code, said } = await host.call(['verify']);
    same(code, 1);
    match(said, /damaged: do not restore/);
  });

  it('tells programs what it found, and what of the run was known before', async () => {
    await host.call(['run']);
    same(manifest().backups[0].checked, undefined);
    await host.call(['verify']);
    const [intact] = manifest().backups;
    same(intact.checked.result, 'intact');
    same(intact.name, names()[0]);
    same(manifest().lastRun.result, 'succeeded');
    appendFileSync(path.join(host.backups, names()[0], 'data.tar.gz'), 'x');
    await host.call(['verify']);
    same(manifest().backups[0].checked.result, 'damaged');
  });

  it('refuses a path', async () => {
    const { code, said } = await host.call(['verify', '../data']);
    same(code, 1);
    match(said, /there is no backup/);
  });
});

describe('a restore', () => {
  it('brings the rows back, into a database of another name', async () => {
    await host.call(['run']);
    const { code, said } = await host.call([
      ...['restore-database', names()[0], 'appgear-postgres.shop.dump'],
      ...[host.container, 'shop_restored'],
    ]);
    same(code, 0, said);
    same(
      await host.sql('select count(*) from orders', 'shop_restored'),
      '1000',
    );
  });

  it('does not touch a database that exists', async () => {
    await host.call(['run']);
    const { code, said } = await host.call([
      ...[
        'restore-database',
        names()[0],
        'appgear-postgres.shop.dump',
        host.container,
      ],
    ]);
    same(code, 1);
    match(said, /choose another name/);
    same(await host.sql('select count(*) from orders', 'shop'), '1000');
  });

  it('unpacks data into an empty folder only', async () => {
    await host.call(['run']);
    const target = path.join(host.folder, 'restored');
    same((await host.call(['restore-data', names()[0], target])).code, 0);
    same(readFileSync(path.join(target, 'flow.json'), 'utf8'), '{"flow": 1}\n');
    const { code, said } = await host.call([
      'restore-data',
      names()[0],
      target,
    ]);
    same(code, 1);
    match(said, /not empty; nothing was changed/);
  });

  it('does not restore what is damaged', async () => {
    await host.call(['run']);
    appendFileSync(path.join(host.backups, names()[0], 'data.tar.gz'), 'x');
    const target = path.join(host.folder, 'not-restored');
    same((await host.call(['restore-data', names()[0], target])).code, 1);
    ok(!existsSync(target));
  });
});

it('explains itself', async () => {
  const { code, said } = await host.call(['frobnicate']);
  same(code, 2);
  match(said, /Usage: appgear-backup/);
});
