import { EMPTY_DRAFT, RestoreDraft } from './RestoreDraft';

/** What a link to the wizard may fill in. */
export interface Prefill {
  workspace?: string;
  /** The cluster that shows the backup. */
  cluster?: string;
  backup?: string;
  /** Id of a recovery point of the workspace. */
  point?: string;
  /** Id of a request to ask anew for; of an open one it takes the place. */
  supersedes?: string;
}

const NAMES = [
  'workspace',
  'cluster',
  'backup',
  'point',
  'supersedes',
] as const;

/** Reads a link; what does not belong to it is left alone. */
export function prefillOf(params: URLSearchParams): Prefill {
  return Object.fromEntries(
    NAMES.flatMap(name => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The draft that a link begins with. A backup without its cluster is no one's. */
export function fromUrl(prefill: Prefill): RestoreDraft {
  const { workspace, cluster, backup, point } = prefill;
  return {
    ...EMPTY_DRAFT,
    workspace,
    point,
    ...(cluster && backup && { source: cluster, backup }),
  };
}
