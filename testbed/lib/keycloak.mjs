// Keycloak from Maven. It keeps its realm in memory: every start imports the realm file, the only truth.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { step } from './console.mjs';
import { BedError } from './errors.mjs';
import { answers } from './http.mjs';
import { keycloakDir, testbedDir } from './paths.mjs';
import { host } from './ports.mjs';
import { requireJava, requireMaven } from './prerequisites.mjs';
import { ensure } from './processes.mjs';

const version = '26.7.3';
const home = join(keycloakDir, `keycloak-${version}`);
const realmFile = join(testbedDir, 'keycloak', 'realm-appgear.json');

export const keycloak = {
  needs: [],
  builds: [],
  steps: bed => [['keycloak', () => start(bed)]],
  describe: ({ ports }) => ({ keycloak: description(ports) }),
};

const address = ports => `http://${host}:${ports.keycloak}`;

export async function fetchKeycloak() {
  if (existsSync(join(home, 'bin', 'kc.sh'))) return;
  requireMaven();
  await step(`fetch keycloak ${version}`, async () => {
    rmSync(keycloakDir, { recursive: true, force: true });
    mkdirSync(keycloakDir, { recursive: true });
    await unpack().catch(({ stdout }) => {
      throw new BedError(`Keycloak could not be fetched: ${stdout.trim()}`, {
        hint: 'Maven must reach its repository: try again.',
      });
    });
  });
}

/** Maven notes in its working folder what it unpacked, and would not do it twice: the note goes with the files. */
const unpack = () =>
  promisify(execFile)(
    'mvn',
    [
      '--batch-mode',
      '--quiet',
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack',
      `-Dartifact=org.keycloak:keycloak-quarkus-dist:${version}:zip`,
      `-DoutputDirectory=${keycloakDir}`,
    ],
    { cwd: keycloakDir },
  );

async function start({ ports }) {
  requireJava();
  const importDir = join(home, 'data', 'import');
  mkdirSync(importDir, { recursive: true });
  cpSync(realmFile, join(importDir, 'realm-appgear.json'));
  const { issuer } = description(ports);
  return ensure({
    name: 'keycloak',
    command: 'sh',
    args: [
      join(home, 'bin', 'kc.sh'),
      'start-dev',
      '--db=dev-mem',
      '--cache=local',
      '--import-realm',
      `--hostname=${address(ports)}`,
      `--http-host=${host}`,
      `--http-port=${ports.keycloak}`,
    ],
    cwd: home,
    env: {
      KC_BOOTSTRAP_ADMIN_USERNAME: 'admin',
      KC_BOOTSTRAP_ADMIN_PASSWORD: 'admin',
      JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx512m',
    },
    inputs: [realmFile],
    ports: [ports.keycloak],
    seconds: 600, // twelve seconds alone, minutes on a machine with other work
    ready: () => answers(`${issuer}/.well-known/openid-configuration`),
    hint: 'A realm file that Keycloak refuses is named in the log.',
  });
}

function description(ports) {
  const realm = JSON.parse(readFileSync(realmFile, 'utf8'));
  const client = id => realm.clients.find(({ clientId }) => clientId === id);
  const people = realm.users.filter(({ credentials }) => credentials);
  return {
    issuer: `${address(ports)}/realms/${realm.realm}`,
    baseUrl: address(ports),
    realm: realm.realm,
    clientId: 'backstage',
    clientSecret: client('backstage').secret,
    syncClientId: 'backstage-sync',
    syncClientSecret: client('backstage-sync').secret,
    admin: { username: 'admin', password: 'admin' },
    users: people.map(({ username, credentials, groups }) => ({
      username,
      password: credentials[0].value,
      groups: groups.map(group => group.replace('/', '')),
    })),
  };
}
