import { EffectChange } from '@appgear/backstage-plugin-velero-common';
import { BackedUpObject, RestorePlugins } from './input';
import { ModifierRule, readModifierRules } from './modifierRules';

const WITH_STORAGE_CLASS = [
  'persistentvolumeclaims',
  'persistentvolumes',
  'statefulsets.apps',
];

const WITH_IMAGES = [
  'deployments.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'replicasets.apps',
  'replicationcontrollers',
  'jobs.batch',
  'cronjobs.batch',
  'pods',
];

/** What the target cluster's ConfigMaps make of an object on its way. */
export class PluginChanges {
  readonly #plugins: RestorePlugins;
  readonly #rules: ModifierRule[];

  constructor(plugins: RestorePlugins) {
    this.#plugins = plugins;
    this.#rules = readModifierRules(plugins.resourceModifier);
  }

  of(object: BackedUpObject, resource: string): EffectChange[] {
    return [
      ...this.#storageClasses(object, resource),
      ...this.#images(object, resource),
      ...this.#rules.flatMap((rule, index) =>
        rule(object, resource)
          ? [{ what: 'resourceModifier' as const, rule: index + 1 }]
          : [],
      ),
    ];
  }

  /** Whether a kind may be changed by what is in an object. */
  dependsOnContents(resource: string): boolean {
    return (
      (this.#plugins.storageClasses !== undefined &&
        WITH_STORAGE_CLASS.includes(resource)) ||
      (this.#plugins.imageNames !== undefined && WITH_IMAGES.includes(resource))
    );
  }

  /** Source: Velero, pkg/restore/actions/change_storageclass_action.go. */
  #storageClasses(
    { details }: BackedUpObject,
    resource: string,
  ): EffectChange[] {
    const mapping = this.#plugins.storageClasses;
    if (!mapping || !WITH_STORAGE_CLASS.includes(resource)) return [];
    return (details?.storageClasses ?? []).flatMap(from =>
      Object.hasOwn(mapping, from)
        ? [{ what: 'storageClass' as const, from, to: mapping[from] }]
        : [],
    );
  }

  /** Source: Velero, pkg/restore/actions/change_image_name_action.go. */
  #images({ details }: BackedUpObject, resource: string): EffectChange[] {
    if (!WITH_IMAGES.includes(resource)) return [];
    const rows = Object.values(this.#plugins.imageNames ?? {});
    return (details?.images ?? []).flatMap(from => {
      const to = newImage(from, rows);
      return to === undefined ? [] : [{ what: 'image' as const, from, to }];
    });
  }
}

/** By the first row `old,new` whose old part the image contains. */
function newImage(image: string, rows: string[]): string | undefined {
  for (const row of rows) {
    const comma = row.indexOf(',');
    if (comma < 0 || comma === row.length - 1) continue;
    const old = row.slice(0, comma).trim();
    if (image.includes(old)) {
      return image.replaceAll(old, row.slice(comma + 1).trim());
    }
  }
  return undefined;
}
