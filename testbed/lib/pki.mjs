// Keys and certificates of one cluster, each cluster with a CA of its own, by the openssl command.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { host } from './ports.mjs';
import { requireOpenssl } from './prerequisites.mjs';

const day = 24 * 60 * 60;
const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365';

/** The paths of the files, which are made when missing or about to expire. */
export function certificates(folder, cluster) {
  const files = {
    ca: join(folder, 'ca.crt'),
    caKey: join(folder, 'ca.key'),
    server: join(folder, 'server.crt'),
    serverKey: join(folder, 'server.key'),
    serviceAccount: join(folder, 'service-accounts.pub'),
    serviceAccountKey: join(folder, 'service-accounts.key'),
  };
  if (!isValid(files.server)) make(folder, cluster);
  return files;
}

function isValid(certificate) {
  const check = ['x509', '-noout', '-checkend', String(7 * day), '-in'];
  return (
    spawnSync('openssl', [...check, certificate], { stdio: 'ignore' })
      .status === 0
  );
}

function make(folder, cluster) {
  requireOpenssl();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  openssl(
    `req -x509 ${newKey} -keyout ca.key -out ca.crt`,
    ['-subj', `/CN=testbed ${cluster} CA`],
    folder,
  );
  openssl(
    `req -x509 ${newKey} -CA ca.crt -CAkey ca.key -keyout server.key -out server.crt
     -subj /CN=kube-apiserver
     -addext basicConstraints=critical,CA:FALSE -addext extendedKeyUsage=serverAuth
     -addext subjectAltName=IP:${host},DNS:localhost,DNS:kubernetes.default.svc`,
    [],
    folder,
  );
  openssl(
    'genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out service-accounts.key',
    [],
    folder,
  );
  openssl(
    'pkey -pubout -in service-accounts.key -out service-accounts.pub',
    [],
    folder,
  );
}

function openssl(words, more, cwd) {
  execFileSync('openssl', [...words.split(/\s+/), ...more], {
    cwd,
    stdio: 'pipe',
  });
}
