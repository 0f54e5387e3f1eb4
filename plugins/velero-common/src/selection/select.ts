import type { BackupSpec, ResourceType } from '../velero';
import { Collector, isNamespace } from './collector';
import {
  groupResource,
  Inventory,
  InventoryObject,
  objectKey,
  ObjectRef,
} from './inventory';
import { Relations } from './relations';
import { selectionRules } from './rules';
import type {
  CapturedObject,
  MissReason,
  Selection,
  SelectionOptions,
} from './selection';
import { validateBackupFilters } from './validate';

const DEFINITIONS: ResourceType = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  kind: 'CustomResourceDefinition',
  plural: 'customresourcedefinitions',
  namespaced: false,
};

/**
 * What a backup of this spec would hold of what lives in a cluster, by the
 * rules of that Velero; and for all that it would not hold, why.
 *
 * An invalid spec captures nothing, as in Velero. Resource policies and
 * plugins of others are not known here.
 *
 * Source: Velero, pkg/backup/{backup,item_collector,item_backupper}.go.
 *
 * @public
 */
export function selectForBackup(
  spec: BackupSpec,
  inventory: Inventory,
  options: SelectionOptions,
): Selection {
  const invalid = validateBackupFilters(spec, options.veleroVersion);
  if (invalid.length > 0) {
    return {
      captured: [],
      missed: inventory.objects.map(object => ({ object, why: 'invalid' })),
      problems: invalid.map(message => ({ code: 'invalid', message })),
    };
  }
  const rules = selectionRules(options.veleroVersion);
  const collector = new Collector(spec, inventory, rules);
  const relations = new Relations(inventory, spec, rules);
  const { captured, missed } = collect(inventory, collector);
  followChains(captured, relations, collector);
  addDefinitions(captured, relations, collector);
  return {
    captured: [...captured.values()],
    missed: inventory.objects.flatMap(object => {
      const key = objectKey(object);
      const why = captured.has(key) ? undefined : missed.get(key);
      return why ? [{ object, why }] : [];
    }),
    problems: collector.problems(),
  };
}

type Captured = Map<string, CapturedObject>;

function collect(inventory: Inventory, collector: Collector) {
  const captured: Captured = new Map();
  const missed = new Map<string, MissReason>();
  const place = (object: InventoryObject, why: MissReason | undefined) =>
    why
      ? missed.set(objectKey(object), why)
      : captured.set(objectKey(object), { object });
  for (const object of inventory.objects) {
    if (!isNamespace(object)) {
      place(object, collector.whyMissed(object));
    }
  }
  for (const namespace of inventory.objects.filter(isNamespace)) {
    place(namespace, collector.whyNamespaceMissed(namespace));
  }
  return { captured, missed };
}

function followChains(
  captured: Captured,
  relations: Relations,
  collector: Collector,
): void {
  const queue = [...captured.values()].map(({ object }) => object);
  for (let object = queue.pop(); object; object = queue.pop()) {
    for (const related of relations.of(object)) {
      const key = objectKey(related);
      if (!captured.has(key) && !collector.whyNotKept(related)) {
        captured.set(key, { object: related, via: refOf(object) });
        queue.push(related);
      }
    }
  }
}

/** backup.go, backupCRD: the definitions of the custom kinds of which something is held. */
function addDefinitions(
  captured: Captured,
  relations: Relations,
  collector: Collector,
): void {
  if (!collector.isTakenByChainOnly(DEFINITIONS)) {
    return;
  }
  const holders = new Map<string, InventoryObject>();
  for (const { object } of captured.values()) {
    holders.set(groupResource(object), object);
  }
  for (const [name, holder] of holders) {
    const definition = relations.find({ ...DEFINITIONS, name });
    if (definition && !collector.whyNotKept(definition)) {
      captured.set(objectKey(definition), {
        object: definition,
        via: refOf(holder),
      });
    }
  }
}

function refOf({ group, plural, namespace, name }: InventoryObject): ObjectRef {
  return { group, plural, ...(namespace && { namespace }), name };
}
