import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { NewKubeObject } from './objects';
import type { ServedType } from './resourceTypes';
import type { StructuralSchema } from './schema/structuralSchema';

/** A CustomResourceDefinition (`apiextensions.k8s.io/v1`), as far as it is used here. */
export interface CustomResourceDefinition extends NewKubeObject {
  spec: {
    group: string;
    scope: 'Namespaced' | 'Cluster';
    names: {
      kind: string;
      plural: string;
      singular?: string;
      listKind?: string;
      shortNames?: string[];
      categories?: string[];
    };
    versions: Array<{
      name: string;
      served: boolean;
      storage: boolean;
      schema?: { openAPIV3Schema: StructuralSchema };
      subresources?: { status?: object };
    }>;
  };
}

/** The versions of Velero whose CRDs this repo keeps. */
export type VeleroVersion = 'v1.13.0' | 'v1.18.2';

const loaded = new Map<string, readonly CustomResourceDefinition[]>();

/**
 * Velero's own CRDs, from the files that `velero-common` keeps. Read once per
 * version, so that all clusters of a process share them.
 */
export function veleroCrds(
  version: VeleroVersion = 'v1.18.2',
): readonly CustomResourceDefinition[] {
  const common = '@appgear/backstage-plugin-velero-common';
  return crdsIn(join(packageFolder(common), 'crds', version));
}

/** The CSI snapshotter's CRDs (external-snapshotter v8.4), as a cluster with such a driver has them. */
export function snapshotCrds(): readonly CustomResourceDefinition[] {
  return crdsIn(join(packageFolder('@appgear/velero-sandbox'), 'crds'));
}

/** All CRDs of a folder's YAML files. */
export function crdsIn(folder: string): readonly CustomResourceDefinition[] {
  let crds = loaded.get(folder);
  if (!crds) {
    crds = readdirSync(folder)
      .filter(file => file.endsWith('.yaml'))
      .sort()
      .flatMap(file =>
        parseAllDocuments(readFileSync(join(folder, file), 'utf8')),
      )
      .map(document => document.toJS())
      .filter(object => object?.kind === 'CustomResourceDefinition');
    if (crds.length === 0) {
      throw new Error(
        `No CustomResourceDefinition found in ${folder}: its *.yaml files should hold Velero's CRDs`,
      );
    }
    loaded.set(folder, crds);
  }
  return crds;
}

/** The kind that a CRD adds to a cluster. */
export function customResourceType(crd: CustomResourceDefinition): ServedType {
  const { group, scope, names, versions } = crd.spec;
  const version = versions.find(({ storage }) => storage) ?? versions[0];
  return {
    group,
    version: version.name,
    kind: names.kind,
    plural: names.plural,
    singular: names.singular ?? names.kind.toLowerCase(),
    shortNames: names.shortNames,
    categories: names.categories,
    namespaced: scope === 'Namespaced',
    countsGenerations: true,
    statusSubresource: Boolean(version.subresources?.status),
    schema: version.schema?.openAPIV3Schema ?? {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
    },
  };
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}
