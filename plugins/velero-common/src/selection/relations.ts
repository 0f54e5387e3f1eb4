import type { BackupSpec } from '../velero';
import {
  groupResource,
  Inventory,
  InventoryObject,
  objectKey,
  ObjectRef,
} from './inventory';
import type { SelectionRules } from './rules';

const DEFAULT_VOLUME_GROUP_LABEL = 'velero.io/volume-group';

/**
 * What Velero's built-in actions bring along with an object: pod -> claims and
 * priority class, claim -> volume, service account -> its cluster role
 * bindings and their roles; from 1.15 on also claim -> running pods that use
 * it, and from 1.17 on claim -> claims of its volume group.
 *
 * Source: Velero, pkg/backup/actions/{pod,backup_pv,service_account}_action.go,
 * pkg/itemblock/actions/pvc_action.go, pkg/util/actionhelpers. The actions on
 * VolumeSnapshots are left out: those that count are made during the backup.
 */
export class Relations {
  readonly #objects = new Map<string, InventoryObject>();
  readonly #podsByClaim = new Map<string, InventoryObject[]>();
  readonly #bindingsByAccount = new Map<string, InventoryObject[]>();
  readonly #claimsByGroup = new Map<string, InventoryObject[]>();
  readonly #groupLabel: string;
  readonly #rules: SelectionRules;

  constructor(inventory: Inventory, spec: BackupSpec, rules: SelectionRules) {
    this.#rules = rules;
    this.#groupLabel =
      spec.volumeGroupSnapshotLabelKey || DEFAULT_VOLUME_GROUP_LABEL;
    for (const object of inventory.objects) {
      this.#objects.set(objectKey(object), object);
      this.#index(object);
    }
  }

  #index(object: InventoryObject): void {
    const { links = {}, namespace, labels } = object;
    if (links.running && !object.terminating) {
      for (const claim of links.claims ?? []) {
        push(this.#podsByClaim, `${namespace}/${claim}`, object);
      }
    }
    for (const account of links.serviceAccounts ?? []) {
      const key = `${account.namespace}/${account.name}`;
      push(this.#bindingsByAccount, key, object);
    }
    const group = labels?.[this.#groupLabel];
    if (group && groupResource(object) === 'persistentvolumeclaims') {
      push(this.#claimsByGroup, `${namespace}/${group}`, object);
    }
  }

  find(ref: ObjectRef): InventoryObject | undefined {
    return this.#objects.get(objectKey(ref));
  }

  /** What an object brings along, of what exists. */
  of(object: InventoryObject): InventoryObject[] {
    switch (groupResource(object)) {
      case 'pods':
        return this.#ofPod(object);
      case 'persistentvolumeclaims':
        return this.#ofClaim(object);
      case 'serviceaccounts':
        return this.#ofServiceAccount(object);
      default:
        return [];
    }
  }

  #ofPod({ namespace, links = {} }: InventoryObject): InventoryObject[] {
    const claims = (links.claims ?? []).map(name => ({
      group: '',
      plural: 'persistentvolumeclaims',
      namespace,
      name,
    }));
    const priorityClass = links.priorityClass && {
      group: 'scheduling.k8s.io',
      plural: 'priorityclasses',
      name: links.priorityClass,
    };
    return this.#existing([
      ...claims,
      ...(priorityClass ? [priorityClass] : []),
    ]);
  }

  #ofClaim(claim: InventoryObject): InventoryObject[] {
    const { links, namespace, name, labels } = claim;
    if (!links?.volume) {
      return [];
    }
    const volume = this.#existing([
      { group: '', plural: 'persistentvolumes', name: links.volume },
    ]);
    const pods = this.#rules.hasItemBlocks
      ? this.#podsByClaim.get(`${namespace}/${name}`) ?? []
      : [];
    const group = labels?.[this.#groupLabel];
    const grouped =
      this.#rules.groupsVolumes && group
        ? this.#claimsByGroup.get(`${namespace}/${group}`) ?? []
        : [];
    return [...volume, ...pods, ...grouped];
  }

  #ofServiceAccount({ namespace, name }: InventoryObject): InventoryObject[] {
    const bindings = this.#bindingsByAccount.get(`${namespace}/${name}`) ?? [];
    const roles = this.#existing(
      bindings.flatMap(({ links }) =>
        links?.clusterRole
          ? [
              {
                group: 'rbac.authorization.k8s.io',
                plural: 'clusterroles',
                name: links.clusterRole,
              },
            ]
          : [],
      ),
    );
    return [...bindings, ...roles];
  }

  #existing(refs: ObjectRef[]): InventoryObject[] {
    return refs.flatMap(ref => this.find(ref) ?? []);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) {
    list.push(value);
  } else {
    map.set(key, [value]);
  }
}
