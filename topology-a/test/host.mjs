/** A topology A host for tests: a real PostgreSQL, a folder of data, and a docker that stands in. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../scripts/toolchain/postgres.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const SCRIPT = path.join(here, '..', 'appgear-backup');
const POSTGRES = '/usr/lib/postgresql';

export async function startHost() {
  const postgres = await startPostgres();
  const { hostname, port, username } = new URL(postgres.url);
  const folder = mkdtempSync(path.join(tmpdir(), 'topology-a-'));
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const [newest] = readdirSync(POSTGRES).sort((a, b) => b - a);
  const backups = path.join(folder, 'backups');
  const data = path.join(folder, 'data');
  mkdirSync(data);
  writeFileSync(path.join(data, 'flow.json'), '{"flow": 1}\n');
  const envFile = path.join(folder, '.env');
  const environment = {
    PATH: [here, path.join(POSTGRES, newest, 'bin'), process.env.PATH].join(
      ':',
    ),
    PGHOST: hostname,
    PGPORT: port,
    LC_ALL: 'C.UTF-8',
  };

  const host = {
    folder,
    backups,
    data,
    /** Writes settings; those of the host unless others are given. */
    settings(lines = {}) {
      const all = {
        BACKUP_SAFE_PATH: backups,
        DOCKER_DATA_DIR: data,
        POSTGRES_CONTAINERS: `appgear-postgres:${username}`,
        ...lines,
      };
      const text = Object.entries(all).map(
        ([name, value]) => `${name}=${value}`,
      );
      writeFileSync(envFile, `${text.join('\n')}\n`);
      chmodSync(envFile, 0o600);
    },
    envFile,
    /** Calls the command; resolves to its exit code and what it said. */
    call: (args, env = {}) =>
      execute(SCRIPT, ['--env', envFile, ...args], { ...environment, ...env }),
    sql: async (text, database = 'postgres') => {
      const { code, out, said } = await execute(
        'psql',
        [
          '-U',
          username,
          '-d',
          database,
          '-AtX',
          '-v',
          'ON_ERROR_STOP=1',
          '-c',
          text,
        ],
        environment,
      );
      if (code !== 0) throw new Error(said);
      return out.trim();
    },
    container: `appgear-postgres:${username}`,
    async end() {
      await postgres.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  host.settings();
  return host;
}

function execute(command, args, env) {
  return new Promise(resolve => {
    execFile(command, args, { env, encoding: 'utf8' }, (error, out, said) =>
      resolve({ code: error?.code ?? 0, out, said }),
    );
  });
}
