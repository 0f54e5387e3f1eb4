import { veleroResourceTypes } from '@appgear/backstage-plugin-velero-common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import { stringify } from 'yaml';
import { BASE } from './cluster';
import { withFinops } from './finops';
import { RenderedFile } from './manifest';
import { Release } from './releases';

/** Velero's kinds, either as files of the module or by address. */
export interface Crds {
  files: RenderedFile[];
  /** What the kustomization lists. */
  resources: string[];
}

const SOURCE = 'https://raw.githubusercontent.com/vmware-tanzu/velero';

/**
 * The CRDs that fit a release: as files where velero-common has those of its
 * minor version, else by the address of the release's tag, which whoever
 * builds the kustomization must be able to reach.
 */
export function crdsOf({ crds, velero }: Release): Crds {
  if (!crds) return { files: [], resources: addresses(velero) };
  const folder = resolvePackagePath(
    '@appgear/backstage-plugin-velero-common',
    'crds',
    crds,
  );
  const names = readdirSync(folder).sort();
  return {
    files: names.map(name => ({
      path: `${BASE}/crds/${name}`,
      content: readFileSync(path.join(folder, name), 'utf8'),
    })),
    resources: names.map(name => `crds/${name}`),
  };
}

/** v1 and v2alpha1 lie in folders of their own (velero: config/crd). */
function addresses(release: string) {
  return [...veleroResourceTypes]
    .sort((one, other) => one.version.localeCompare(other.version))
    .map(
      ({ group, version, plural }) =>
        `${SOURCE}/${release}/config/crd/${version}/bases/${group}_${plural}.yaml`,
    );
}

/**
 * A patch for all of them: the module's labels, and that Argo CD never prunes
 * them. A CRD that goes takes every Backup and Restore with it.
 */
export const keepCrds = () => ({
  target: { kind: 'CustomResourceDefinition' },
  patch: stringify(
    withFinops({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: {
        name: 'velero.io',
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' },
      },
    }),
  ),
});
