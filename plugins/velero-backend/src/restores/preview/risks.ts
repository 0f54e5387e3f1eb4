import {
  ClusterRole,
  ObjectEffect,
  PreviewSummary,
  RestoreRisks,
  RestoreTargetKind,
  TargetNamespace,
} from '@appgear/backstage-plugin-velero-common';
import { RestorePreview } from './preview';
import { changesCluster } from './summary';
import { Belonging } from './input';

/** What the risks depend on besides the preview. */
export interface RiskContext {
  clusterRole: ClusterRole;
  veleroNamespace: string;
  globalWorkspace: string;
  /** The spec says `existingResourcePolicy: update`. */
  updatesExisting: boolean;
  /** Patterns `kind/name`, with `*`. */
  gateObjects: readonly string[];
  /** ISO 8601, UTC; absent when the backup does not say. */
  backupStartedAt?: string;
  /** Workspace and tenant of the namespaces that were backed up. */
  sourceNamespaces: ReadonlyMap<string, Belonging>;
}

/** What a policy has to know of a restore; what the point is worth is for others to say. */
export function risksOf(
  { summary, effects }: RestorePreview,
  context: RiskContext,
  now: Date,
): RestoreRisks {
  const changing = effects.filter(changesCluster);
  const touched = belongings(summary, context.sourceNamespaces);
  const workspaces = distinct(touched.map(({ workspace }) => workspace));
  return {
    targets: distinct(summary.namespaces.map(targetKind)),
    overwrite: context.updatesExisting && changing.some(mayOverwrite),
    clusterScoped: summary.clusterScoped > 0,
    tenantCrossing: summary.crossingTenants > 0,
    platform: workspaces.includes(context.globalWorkspace),
    veleroNamespace: summary.namespaces.some(
      ({ name }) => name === context.veleroNamespace,
    ),
    gateObjects: changing.some(isOneOf(context.gateObjects)),
    secrets: summary.secrets > 0,
    hooks: summary.podsWithHooks > 0,
    clusterRole: context.clusterRole,
    pointAgeMs: ageMs(context.backupStartedAt, now),
    grade: 'unknown',
    workspaces,
    ...(touched.some(({ workspace }) => workspace === undefined) && {
      beyondWorkspaces: true,
    }),
    tenants: distinct(touched.map(({ tenant }) => tenant)),
  };
}

/** Merging service accounts adds to what is there; it overwrites nothing. */
function mayOverwrite({ action, resource }: ObjectEffect): boolean {
  return (
    (action === 'patch' || action === 'unclear') &&
    resource !== 'serviceaccounts'
  );
}

function targetKind({
  name,
  sources,
  exists,
}: TargetNamespace): RestoreTargetKind {
  if (!exists) return 'new';
  return sources.every(source => source === name) ? 'living' : 'mapped';
}

/** Both ends count: whose objects come out, and into whose namespace they go. */
function belongings(
  { namespaces }: PreviewSummary,
  sources: ReadonlyMap<string, Belonging>,
): Belonging[] {
  return namespaces.flatMap(target => [
    { workspace: target.workspace, tenant: target.tenant },
    ...target.sources.map(source => sources.get(source) ?? {}),
  ]);
}

function isOneOf(patterns: readonly string[]) {
  const tests = patterns.map(pattern => {
    const parts = pattern
      .split('*')
      .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`);
  });
  return ({ namespace, kind, name }: ObjectEffect) =>
    namespace === undefined && tests.some(test => test.test(`${kind}/${name}`));
}

/** A point of unknown age is older than any limit. */
function ageMs(startedAt: string | undefined, now: Date): number {
  return startedAt === undefined
    ? Number.MAX_SAFE_INTEGER
    : Math.max(0, now.getTime() - Date.parse(startedAt));
}

function distinct<T extends string>(items: Array<T | undefined>): T[] {
  return [...new Set(items.filter(item => item !== undefined))].sort() as T[];
}
