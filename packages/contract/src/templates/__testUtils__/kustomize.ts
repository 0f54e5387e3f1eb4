import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { renderDrModule } from '@appgear/backstage-plugin-scaffolder-backend-module-velero/render';
import { parseAllDocuments } from 'yaml';
import { Applied } from './ServedKinds';

/** A GitOps repository with a rendered module in it. */
export interface Repository {
  /** What `kustomize build` makes of a folder. */
  build(folder: string): Promise<Applied[]>;
  /** The objects of one file. */
  read(path: string): Applied[];
  remove(): Promise<void>;
}

/** Renders the module into a folder of its own. */
export async function repositoryOf(input: object): Promise<Repository> {
  const root = await mkdtemp(join(tmpdir(), 'dr-module-'));
  const files = renderDrModule(input);
  for (const { path, content } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return {
    build: async folder => {
      const { stdout } = await promisify(execFile)(
        kustomize(),
        ['build', join(root, folder)],
        { maxBuffer: 20_000_000 },
      );
      return objectsIn(stdout);
    },
    read: path => objectsIn(files.find(file => file.path === path)!.content),
    remove: () => rm(root, { recursive: true }),
  };
}

export function objectsIn(text: string): Applied[] {
  return parseAllDocuments(text).map(document => document.toJS());
}

function kustomize(): string {
  if (!process.env.KUSTOMIZE) {
    throw new Error(
      'KUSTOMIZE names no binary: run this suite as npm run test:real -- templates, which builds one',
    );
  }
  return process.env.KUSTOMIZE;
}
