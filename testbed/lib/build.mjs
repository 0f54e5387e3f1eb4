// Builds the servers from Go modules of our own, which pin the versions. A binary is built again
// only when its module, its flags or Go itself changed.
import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { step } from './console.mjs';
import { BedError } from './errors.mjs';
import { hashFiles, readJson, sha256, writeJson } from './files.mjs';
import { binDir, goCacheDir, logDir, pluginDir, testbedDir } from './paths.mjs';
import { goVersion, requireGo } from './prerequisites.mjs';

const kubernetesVersion = 'k8s.io/component-base/version';

const binaries = {
  etcd: {
    folder: 'etcd',
    package: 'go.etcd.io/etcd/server/v3',
    module: 'go.etcd.io/etcd/server/v3',
  },
  'kube-apiserver': {
    folder: 'kubernetes',
    package: 'k8s.io/kubernetes/cmd/kube-apiserver',
    module: 'k8s.io/kubernetes',
    versionVariable: `${kubernetesVersion}.gitVersion`,
  },
  'kube-controller-manager': {
    folder: 'kubernetes',
    package: 'k8s.io/kubernetes/cmd/kube-controller-manager',
    module: 'k8s.io/kubernetes',
    versionVariable: `${kubernetesVersion}.gitVersion`,
  },
  versitygw: {
    folder: 'versitygw',
    package: 'github.com/versity/versitygw/cmd/versitygw',
    module: 'github.com/versity/versitygw',
    versionVariable: 'main.Version',
  },
  'velero-plugin-for-aws': {
    folder: 'velero-plugin-for-aws',
    package:
      'github.com/vmware-tanzu/velero-plugin-for-aws/velero-plugin-for-aws',
    module: 'github.com/vmware-tanzu/velero-plugin-for-aws',
    outputDir: pluginDir,
  },
  // Runs only where a suite calls it: the DR module is built as Argo CD builds it.
  kustomize: {
    folder: 'kustomize',
    package: 'sigs.k8s.io/kustomize/kustomize/v5',
    module: 'sigs.k8s.io/kustomize/kustomize/v5',
    versionVariable: 'sigs.k8s.io/kustomize/api/provenance.version',
  },
  velero: {
    folder: 'velero',
    package: '.',
    module: 'github.com/vmware-tanzu/velero',
    versionVariable: 'github.com/vmware-tanzu/velero/pkg/buildinfo.Version',
  },
};

export const binary = name => join(binaries[name].outputDir ?? binDir, name);
export const moduleDir = name => join(testbedDir, binaries[name].folder);

/** The version of a module that the part's go.mod pins; of the part's own by default. */
export function version(name, module = binaries[name].module) {
  const goMod = readFileSync(join(moduleDir(name), 'go.mod'), 'utf8');
  return new RegExp(`${module} (v\\S+)`).exec(goMod)[1];
}

/** Builds what is missing, one after the other: two Go builds at once are slower than one. */
export async function build(names) {
  const missing = names.filter(name => !isBuilt(name));
  if (missing.length === 0) return;
  requireGo();
  for (const name of missing) {
    await step(`build ${name} ${version(name)}`, () => compile(name));
  }
}

/** Fingerprint of what a binary was built from; without Go at hand its last version is taken on trust. */
function sources(name) {
  const folder = moduleDir(name);
  const files = ['go.mod', 'go.sum', 'main.go'].map(file => join(folder, file));
  return sha256(hashFiles(files), ...flags(name));
}

function isBuilt(name) {
  const stamp = readJson(`${binary(name)}.json`);
  const go = goVersion();
  return (
    existsSync(binary(name)) &&
    stamp?.sources === sources(name) &&
    (!go || stamp.go === go)
  );
}

function flags(name) {
  const { versionVariable } = binaries[name];
  const variable = versionVariable && `-X ${versionVariable}=${version(name)}`;
  return [
    '-trimpath',
    '-ldflags',
    ['-s', '-w', variable].filter(Boolean).join(' '),
  ];
}

const goEnv = () => ({
  ...process.env,
  GOTOOLCHAIN: 'local',
  GOFLAGS: '-mod=readonly -buildvcs=false',
  GOCACHE: goCacheDir,
  CGO_ENABLED: '0',
});

async function compile(name) {
  mkdirSync(dirname(binary(name)), { recursive: true });
  mkdirSync(logDir, { recursive: true });
  const logFile = join(logDir, `build-${name}.log`);
  const log = openSync(logFile, 'w');
  const go = spawn(
    'go',
    ['build', ...flags(name), '-o', binary(name), binaries[name].package],
    { cwd: moduleDir(name), env: goEnv(), stdio: ['ignore', log, log] },
  );
  setPriority(go.pid, constants.priority.PRIORITY_LOW);
  const code = await new Promise(resolve => go.once('exit', resolve));
  closeSync(log);
  if (code !== 0) {
    throw new BedError(`go build of ${name} failed`, {
      logFile,
      hint: 'A module that could not be fetched: try again. A full disk: all builds together need about 6 GB.',
    });
  }
  writeJson(`${binary(name)}.json`, {
    sources: sources(name),
    go: goVersion(),
  });
}

/** The folder of a module that one of ours depends on, for the files that come with it. */
export function dependencyDir(name, module) {
  requireGo();
  return execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', module], {
    cwd: moduleDir(name),
    env: goEnv(),
    encoding: 'utf8',
  }).trim();
}
