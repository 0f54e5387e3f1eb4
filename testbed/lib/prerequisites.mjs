// What the bed cannot build itself, and how to get it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BedError } from './errors.mjs';

const oldestGo = [1, 26];
const oldestJava = 17;

/** For example `go1.26.8`; undefined without Go. */
export function goVersion() {
  try {
    return execFileSync('go', ['env', 'GOVERSION'], {
      encoding: 'utf8',
      env: { ...process.env, GOTOOLCHAIN: 'local' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

export function requireGo() {
  const found = goVersion();
  const [major, minor] = (found ?? '').replace('go', '').split('.').map(Number);
  if (found && (major > oldestGo[0] || minor >= oldestGo[1])) return;
  const wanted = oldestGo.join('.');
  throw new BedError(
    found ? `Go ${wanted} is needed, ${found} is here` : 'Go is missing',
    {
      hint: `Install Go ${wanted} or newer (https://go.dev/doc/install) and put it on the PATH. The bed builds etcd, Kubernetes, Velero and the S3 server with it.`,
    },
  );
}

export function requireJava() {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const major = Number(/version "(\d+)/.exec(stderr ?? '')?.[1]);
  if (major >= oldestJava) return;
  throw new BedError(
    major
      ? `Java ${oldestJava} is needed, ${major} is here`
      : 'Java is missing',
    {
      hint: `Keycloak runs on it. Install it: apt-get install openjdk-${oldestJava}-jre-headless`,
    },
  );
}

export function requireMaven() {
  if (has('mvn', '--version')) return;
  throw new BedError('Maven is missing', {
    hint: 'It fetches Keycloak. Install it: apt-get install maven',
  });
}

export function requireOpenssl() {
  if (has('openssl', 'version')) return;
  throw new BedError('openssl is missing', {
    hint: 'It makes the certificates. Install it: apt-get install openssl',
  });
}

/** The folder with initdb and postgres: of the newest Debian package, else that of the PATH. */
export function postgresDir() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map(found => join(debian, found, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  const folder = folders.find(found => existsSync(join(found, 'initdb')));
  if (folder) return folder;
  throw new BedError('PostgreSQL is missing', {
    hint: 'Install it: apt-get install postgresql',
  });
}

function has(command, argument) {
  return spawnSync(command, [argument], { stdio: 'ignore' }).status === 0;
}
