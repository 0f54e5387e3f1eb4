import { ManifestFile } from './readManifests';

/** A file's text; comments and order are as they were read. */
export function writeManifests({ documents }: ManifestFile): string {
  return documents.map(it => it.toString({ lineWidth: 0 })).join('');
}

/** Several files as one text, each under its path, for people to read. */
export function writeAll(files: ManifestFile[]): string {
  return files
    .map(file => `# ${file.path}\n${writeManifests(file)}`)
    .join('---\n');
}
