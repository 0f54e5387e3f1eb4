import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import yaml from 'yaml';
import { Failure } from '../../toolchain/failure.mjs';
import { localPath, repoPath } from '../../toolchain/paths.mjs';
import { atEnd, runToTheEnd, startLogged } from '../../toolchain/processes.mjs';

/** Writes this release's backstage.json (1.55.0). */
const CREATE_APP = '@backstage/create-app@0.9.2';
const TOOLS = localPath('create-app');

/** Before what a README's block goes in the files that create-app writes. */
const PLACES = {
  'packages/backend/src/index.ts': /^backend\.start\(\);/m,
  'packages/app/src/App.tsx': /^ *<\/FlatRoutes>/m,
  'packages/app/src/components/Root/Root.tsx': /^ *\{\/\* End global nav/m,
  'packages/app/src/components/catalog/EntityPage.tsx':
    /(?<=const defaultEntityPage = [^]*?)^ *<\/EntityLayout>/m,
};

/** Optional, and minutes to compile: nothing that is tried here needs them. */
const NOT_BUILT = [
  ...['cpu-features', 'keytar', 'ssh2', 'tree-sitter', 'tree-sitter-json'],
  '@tree-sitter-grammars/tree-sitter-yaml',
];

/** A portal as create-app makes it, in a folder outside of the repository. */
export class FreshPortal {
  constructor(folder) {
    this.folder = folder;
  }

  /**
   * Where portals can be made, one after the other; gone with this run. Outside
   * of the repository, whose packages they must not find.
   */
  static folder() {
    const parent = mkdtempSync(path.join(os.tmpdir(), 'fresh-portal-'));
    atEnd(() => rmSync(parent, { recursive: true, force: true }));
    return path.join(parent, 'portal');
  }

  /**
   * Makes one, and knows what another left in the same folder: Yarn takes from
   * it what fits, and compiles nothing twice.
   */
  static async create(folder, { classic }) {
    clear(folder);
    bringCreateApp();
    const code = await runToTheEnd(
      process.execPath,
      [
        // It would ask GitHub for a lockfile; ours follows below.
        '--import',
        'data:text/javascript,globalThis.fetch=()=>Promise.reject()',
        path.join(
          TOOLS,
          'node_modules/@backstage/create-app/bin/backstage-create-app',
        ),
        ...(classic ? ['--legacy'] : []),
        '--skip-install',
        ...['--path', folder],
      ],
      { env: { ...process.env, BACKSTAGE_APP_NAME: 'fresh' }, stdio: 'ignore' },
    );
    if (code !== 0) throw new Failure('create-app made no portal.');
    const portal = new FreshPortal(folder);
    portal.#takeKnownVersions();
    return portal;
  }

  /** Versions that we know to work together: those of this repository. */
  #takeKnownVersions() {
    cpSync(repoPath('yarn.lock'), path.join(this.folder, 'yarn.lock'));
    const { resolutions } = JSON.parse(
      readFileSync(repoPath('package.json'), 'utf8'),
    );
    const dependenciesMeta = Object.fromEntries(
      NOT_BUILT.map(name => [name, { built: false }]),
    );
    this.#edit('package.json', text =>
      JSON.stringify(
        { ...JSON.parse(text), resolutions, dependenciesMeta },
        null,
        2,
      ),
    );
    // create-app's ranges would bring newer packages than its own release has,
    // and those of two releases do not work together.
    for (const part of ['app', 'backend']) {
      this.#edit(`packages/${part}/package.json`, text =>
        text.replace(/("@backstage\/[^"]+": ")\^/g, '$1'),
      );
    }
  }

  /** Has Yarn take the packages of a scope from a registry of ours. */
  useRegistry({ url, scope }) {
    this.#edit('.yarnrc.yml', text =>
      yaml.stringify({
        ...yaml.parse(text),
        npmScopes: { [scope]: { npmRegistryServer: url } },
        unsafeHttpWhitelist: ['127.0.0.1'],
        enableTelemetry: false,
      }),
    );
  }

  /** One of the README's blocks, done as a person would. */
  async follow({ language, text, file }) {
    if (language === 'sh') {
      for (const command of text.replaceAll('\\\n', '').trim().split('\n')) {
        await this.#yarn(command.trim().split(/\s+/).slice(1));
      }
    } else if (language === 'yaml') {
      this.#edit(file, before => merged(before, text));
    } else {
      this.#edit(file, before => inserted(file, before, text));
    }
  }

  /** What differs per machine, in the file that git ignores. */
  configure(config) {
    writeFileSync(
      path.join(this.folder, 'app-config.local.yaml'),
      yaml.stringify(config),
    );
  }

  async install() {
    await this.#yarn(['install']);
  }

  /** Pages from the dev server, as `yarn start` does. */
  start(name) {
    const cli = 'node_modules/@backstage/cli/bin/backstage-cli';
    return startLogged(
      name,
      process.execPath,
      [path.join(this.folder, cli), 'repo', 'start'],
      { cwd: this.folder, env: { ...process.env, BROWSER: 'none' } },
    );
  }

  async #yarn(args) {
    const yarn = repoPath('.yarn/releases/yarn-4.13.0.cjs');
    const code = await runToTheEnd(process.execPath, [yarn, ...args], {
      cwd: this.folder,
      // On CI Yarn would refuse to write a new portal's lockfile.
      env: { ...process.env, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (code !== 0) throw new Failure(`yarn ${args.join(' ')} failed.`);
  }

  #edit(file, change) {
    const place = path.join(this.folder, file);
    writeFileSync(place, change(readFileSync(place, 'utf8')));
  }
}

/** Leaves what Yarn installed, and nothing else. */
function clear(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name === 'node_modules' || name === '.yarn') continue;
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function bringCreateApp() {
  const { status, stderr } = spawnSync(
    'npm',
    ['install', CREATE_APP, '--prefix', TOOLS, '--no-audit', '--no-fund'],
    { cwd: repoPath('scripts'), encoding: 'utf8' },
  );
  if (status !== 0) throw new Failure(`npm has no ${CREATE_APP}: ${stderr}`);
}

/** Imports go to the imports, the rest to where such things stand. */
function inserted(file, before, block) {
  const place = PLACES[file]?.exec(before);
  if (!place) throw new Failure(`${file}: the README's lines have no place.`);
  const imports = block.match(/^import [^]*?;\n/gm) ?? [];
  const rest = imports.reduce((text, line) => text.replace(line, ''), block);
  const { index } = place;
  return `${imports.join('')}${before.slice(0, index)}${rest}${before.slice(
    index,
  )}`;
}

/** The keys of a block below those that are there. */
function merged(before, block) {
  const document = yaml.parseDocument(before);
  const add = (value, at) => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      const keys = Object.entries(value);
      if (keys.length === 0) document.setIn(at, {});
      for (const [key, below] of keys) add(below, [...at, key]);
    } else {
      document.setIn(at, value);
    }
  };
  add(yaml.parse(block), []);
  return document.toString();
}
