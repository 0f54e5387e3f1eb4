import { InputError } from '@backstage/errors';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { Document } from 'yaml';
import { ManifestFile } from './readManifests';
import { writeManifests } from './writeManifests';
import { WorkspaceKeys } from './workspaceKeys';

/** What the namespaces of a workspace are to say. */
export interface Wanted {
  workspace: string;
  tier?: string;
  rpo?: string;
}

/** A namespace's manifest, and whether something of it changed. */
export interface ManifestChange {
  path: string;
  namespace: string;
  changed: boolean;
}

/**
 * Has the manifests of a workspace's namespaces ask for backups. Comments and
 * order stay; a file in which nothing changes is not written.
 *
 * @throws InputError when there is no such manifest
 */
export async function enableInManifests(
  workspacePath: string,
  files: ManifestFile[],
  wanted: Wanted & { keys: WorkspaceKeys; dryRun: boolean },
): Promise<ManifestChange[]> {
  const changes: ManifestChange[] = [];
  for (const file of files) {
    const found = file.documents.filter(it => isOf(it, wanted));
    const changed = found.map(document => enable(document, wanted));
    if (changed.includes(true) && !wanted.dryRun) {
      await fs.writeFile(
        path.join(workspacePath, file.path),
        writeManifests(file),
      );
    }
    changes.push(
      ...found.map((document, index) => ({
        path: file.path,
        namespace: String(document.getIn(['metadata', 'name'])),
        changed: changed[index],
      })),
    );
  }
  if (changes.length === 0) {
    throw new InputError(
      `No manifest of a Namespace with the label ${wanted.keys.workspaceId}: ${
        wanted.workspace
      } is in ${
        files.map(file => file.path).join(', ') || 'the folder'
      }. Fetch the repository before this step, and name its folder in path`,
    );
  }
  return changes;
}

function isOf(
  document: Document,
  { workspace, keys }: Wanted & { keys: WorkspaceKeys },
): boolean {
  return (
    document.get('apiVersion') === 'v1' &&
    document.get('kind') === 'Namespace' &&
    document.getIn(['metadata', 'labels', keys.workspaceId]) === workspace
  );
}

function enable(
  document: Document,
  { tier, rpo, keys }: Wanted & { keys: WorkspaceKeys },
): boolean {
  const values: Array<[string[], string | undefined]> = [
    [['metadata', 'labels', keys.backupEnabled], 'true'],
    [['metadata', 'labels', keys.tier], tier],
    [['metadata', 'annotations', keys.rpo], rpo],
  ];
  let changed = false;
  for (const [where, value] of values) {
    // A bare true is a boolean, which no label may be.
    if (value !== undefined && document.getIn(where) !== value) {
      document.setIn(where, value);
      changed = true;
    }
  }
  return changed;
}
