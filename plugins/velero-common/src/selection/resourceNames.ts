import type { ResourceType } from '../velero';
import { groupResource, Inventory } from './inventory';

/**
 * The order in which the API server lists its groups, which decides what a
 * name without a group means, such as `events`. Groups that are not listed
 * follow, by name. Source: kube-aggregator's APIService priorities
 * (kubernetes, pkg/controlplane/apiserver/aggregator.go).
 */
const GROUP_ORDER = [
  '',
  'apiregistration.k8s.io',
  'extensions',
  'apps',
  'events.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'storage.k8s.io',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'scheduling.k8s.io',
  'coordination.k8s.io',
  'node.k8s.io',
  'discovery.k8s.io',
  'flowcontrol.apiserver.k8s.io',
];

/** Short names of Kubernetes' own kinds; those of other kinds come with the inventory's types. */
const SHORT_NAMES: Record<string, string> = {
  cm: 'configmaps',
  crd: 'customresourcedefinitions.apiextensions.k8s.io',
  crds: 'customresourcedefinitions.apiextensions.k8s.io',
  cj: 'cronjobs.batch',
  deploy: 'deployments.apps',
  ds: 'daemonsets.apps',
  ep: 'endpoints',
  ev: 'events',
  hpa: 'horizontalpodautoscalers.autoscaling',
  ing: 'ingresses.networking.k8s.io',
  limits: 'limitranges',
  netpol: 'networkpolicies.networking.k8s.io',
  no: 'nodes',
  ns: 'namespaces',
  pc: 'priorityclasses.scheduling.k8s.io',
  pdb: 'poddisruptionbudgets.policy',
  po: 'pods',
  pv: 'persistentvolumes',
  pvc: 'persistentvolumeclaims',
  quota: 'resourcequotas',
  rc: 'replicationcontrollers',
  rs: 'replicasets.apps',
  sa: 'serviceaccounts',
  sc: 'storageclasses.storage.k8s.io',
  sts: 'statefulsets.apps',
  svc: 'services',
};

type NamedType = ResourceType & { shortNames?: string[] };

/**
 * Resolves the names that people write into resource filters against the
 * kinds of a cluster, as Velero does with discovery: plural, singular or short
 * name, with a group, the beginning of one, or none.
 * Source: Velero, pkg/discovery/helper.go, ResourceFor; k8s.io/apimachinery,
 * pkg/api/meta/restmapper.go, ResourcesFor.
 *
 * @public
 */
export class ResourceNames {
  readonly #types: readonly NamedType[];

  constructor(inventory: Inventory) {
    const types = new Map<string, NamedType>();
    for (const type of [...(inventory.types ?? []), ...inventory.objects]) {
      const key = groupResource(type);
      if (!types.has(key)) {
        types.set(key, type);
      }
    }
    this.#types = [...types.values()].sort(byGroup);
  }

  get types(): readonly ResourceType[] {
    return this.#types;
  }

  /** The kind that a name means; undefined when the cluster has none of it. */
  resolve(text: string): ResourceType | undefined {
    const dot = text.indexOf('.');
    const name = (dot < 0 ? text : text.slice(0, dot)).toLowerCase();
    const group = dot < 0 ? '' : text.slice(dot + 1);
    const found = this.#find(name, group);
    if (found || dot >= 0) {
      return found;
    }
    const byShortName = this.#types.find(type =>
      type.shortNames?.includes(name),
    );
    const known = SHORT_NAMES[name];
    return (
      byShortName ?? (known === undefined ? undefined : this.resolve(known))
    );
  }

  #find(name: string, group: string): ResourceType | undefined {
    const named = this.#types.filter(
      type => type.plural === name || type.kind.toLowerCase() === name,
    );
    return group === ''
      ? named[0]
      : named.find(type => type.group === group) ??
          named.find(type => type.group.startsWith(group));
  }
}

function byGroup(a: ResourceType, b: ResourceType): number {
  const rank = ({ group }: ResourceType) => {
    const index = GROUP_ORDER.indexOf(group);
    return index < 0 ? GROUP_ORDER.length : index;
  };
  return (
    rank(a) - rank(b) || (a.group < b.group ? -1 : Number(a.group > b.group))
  );
}
