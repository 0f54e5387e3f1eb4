import {
  BackupContents,
  EvidenceVolume,
  NamespaceContents,
  NamespaceObjects,
  VolumeOutcome,
} from '@appgear/backstage-plugin-velero-common';
import { EvidenceStore, NamespaceEvidence } from '../store';

/** The namespaces of a backup that somebody may look into. */
export interface ContentsSight {
  /** Also what belongs to no namespace, and to Velero itself. */
  all: boolean;
  sees(namespace: string): boolean;
  workspacesOf(namespace: string): string[];
}

/** Part of a list. */
export interface Window {
  offset: number;
  limit: number;
}

/** What a backup holds, namespace by namespace, as far as one may see it. */
export async function readContents(
  store: EvidenceStore,
  evidenceId: string,
  sight: ContentsSight,
  outcomeOf: (volume: EvidenceVolume) => VolumeOutcome,
  { offset, limit, fits }: Window & { fits(namespace: string): boolean },
): Promise<Omit<BackupContents, 'evidence' | 'volumesRecorded'>> {
  const names = (await store.namespaceNames(evidenceId)).filter(
    name => sight.sees(name) && fits(name),
  );
  const page = names.slice(offset, offset + limit);
  const rows = await store.namespaces([evidenceId], page);
  const counts = await store.counts(rows.map(({ contents }) => contents));
  const messages = sight.all ? await store.messages(evidenceId) : undefined;
  return {
    namespaces: rows
      .map(row => ({
        ...toContents(row, counts.get(row.contents), sight),
        volumes: row.volumes.map(volume => ({
          ...volume,
          outcome: outcomeOf(volume),
        })),
      }))
      .sort((a, b) => (a.namespace < b.namespace ? -1 : 1)),
    total: names.length,
    offset,
    limit,
    ...messages,
  };
}

/** The names of what a backup holds of one namespace; undefined when nothing. */
export async function readObjects(
  store: EvidenceStore,
  evidenceId: string,
  namespace: string,
  query: Window & { fits(kind: string, name: string): boolean },
): Promise<NamespaceObjects | undefined> {
  const [row] = await store.namespaces([evidenceId], [namespace]);
  const objects = row && (await store.names(row.contents));
  if (!objects) {
    return undefined;
  }
  const fitting = [...objects].flatMap(([kind, names]) =>
    names.filter(name => query.fits(kind, name)).map(name => ({ kind, name })),
  );
  const { offset, limit } = query;
  return {
    items: fitting.slice(offset, offset + limit),
    total: fitting.length,
    offset,
    limit,
  };
}

function toContents(
  row: NamespaceEvidence,
  counts: ReadonlyMap<string, number> | undefined,
  sight: ContentsSight,
): Omit<NamespaceContents, 'volumes'> {
  const { namespace, errors, warnings } = row;
  return {
    namespace,
    workspaces: sight.workspacesOf(namespace),
    kinds: [...(counts ?? [])].map(([kind, count]) => ({ kind, count })),
    errors,
    warnings,
  };
}
