import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { Document, parseAllDocuments } from 'yaml';

/** A YAML file of the template's workspace folder. */
export interface ManifestFile {
  /** From the workspace folder. */
  path: string;
  documents: Document[];
}

const MOST_FILES = 2_000;
const MOST_BYTES = 1_000_000;
const SKIPPED = ['.git', 'node_modules'];
/** Other files may be templates of their own, and no YAML yet. */
const WANTED = /^kind:\s*["']?(Namespace|Schedule)\b/m;

/**
 * Reads the files that hold Namespaces or Velero Schedules. Links are not
 * followed.
 *
 * @param start - a folder or a file in the workspace folder
 * @throws InputError when such a file is not YAML, with where; NotFoundError
 */
export async function readManifests(
  workspacePath: string,
  start: string,
): Promise<ManifestFile[]> {
  const root = resolveSafeChildPath(workspacePath, start);
  const found = await listFiles(root).catch(() => {
    throw new NotFoundError(
      `path: there is no ${start} in the template's workspace folder`,
    );
  });
  const files: ManifestFile[] = [];
  for (const file of found.sort()) {
    const { size } = await fs.lstat(file);
    const text = size <= MOST_BYTES ? await fs.readFile(file, 'utf8') : '';
    if (WANTED.test(text)) {
      files.push(parse(path.relative(workspacePath, file), text));
    }
  }
  return files;
}

async function listFiles(root: string): Promise<string[]> {
  if ((await fs.lstat(root)).isFile()) return [root];
  const files: string[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.includes(entry.name)) {
        folders.push(full);
      } else if (entry.isFile() && /\.ya?ml$/.test(entry.name)) {
        files.push(full);
      }
    }
    if (files.length > MOST_FILES) {
      throw new InputError(
        `path: there are more than ${MOST_FILES} YAML files; name a folder that has fewer`,
      );
    }
  }
  return files;
}

function parse(file: string, text: string): ManifestFile {
  const documents = parseAllDocuments(text) as Document[];
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error) {
    throw new InputError(`${file} is not YAML: ${error.message}`);
  }
  return { path: file, documents };
}
