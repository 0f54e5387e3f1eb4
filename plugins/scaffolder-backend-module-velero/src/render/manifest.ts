import { stringify } from 'yaml';

/** A Kubernetes object as it goes into a file. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec?: unknown;
  [field: string]: unknown;
}

/** A file of the module. @public */
export interface RenderedFile {
  /** From the root of the GitOps repository. */
  path: string;
  content: string;
}

/** One file of one or more objects. `comment` says to the reader what they are for, and why. */
export function yamlFile(
  path: string,
  comment: string,
  ...documents: object[]
): RenderedFile {
  const head = comment
    .split('\n')
    .map(line => `# ${line}`.trimEnd())
    .join('\n');
  const body = documents.map(document => stringify(document, { lineWidth: 0 }));
  return { path, content: `${head}\n${body.join('---\n')}` };
}
