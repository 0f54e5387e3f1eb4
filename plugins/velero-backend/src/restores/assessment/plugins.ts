import { says, RestoreSpec } from '@appgear/backstage-plugin-velero-common';
import { FrozenConfigMap } from '../freeze';
import { RestorePlugins } from '../preview';
import { Obstacle } from './obstacles';
import { NamedConfigMap, RestorePluginName, RestoreTarget } from './sources';

/** The ConfigMaps that change what is restored, for the preview and frozen. */
export interface PluginFacts extends RestorePlugins {
  frozen: FrozenConfigMap[];
  obstacles: Obstacle[];
}

/** Reads the ConfigMaps that change every restore, and the one the spec names. */
export async function readPlugins(
  target: RestoreTarget,
  spec: RestoreSpec,
): Promise<PluginFacts> {
  const modifier = spec.resourceModifier?.name;
  const [storageClasses, imageNames, resourceModifier] = await Promise.all([
    target.pluginConfigMaps('velero.io/change-storage-class'),
    target.pluginConfigMaps('velero.io/change-image-name'),
    modifier ? target.configMap(modifier) : undefined,
  ]);
  return {
    storageClasses: storageClasses[0]?.data,
    imageNames: imageNames[0]?.data,
    resourceModifier,
    frozen: [
      ...storageClasses.map(freezeAs('changeStorageClass')),
      ...imageNames.map(freezeAs('changeImageName')),
      ...(modifier && resourceModifier
        ? [{ name: modifier, data: resourceModifier }].map(
            freezeAs('resourceModifier'),
          )
        : []),
    ].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    obstacles: [
      ...tooMany('velero.io/change-storage-class', storageClasses),
      ...tooMany('velero.io/change-image-name', imageNames),
    ],
  };
}

/** Source: Velero, pkg/plugin/framework/common/plugin_config.go, GetPluginConfig. */
function tooMany(
  plugin: RestorePluginName,
  found: NamedConfigMap[],
): Obstacle[] {
  if (found.length < 2) return [];
  const names = found.map(({ name }) => name).join(', ');
  return [says('gate.tooManyConfigMaps', { plugin, names })];
}

function freezeAs(role: FrozenConfigMap['role']) {
  return ({ name, data }: NamedConfigMap): FrozenConfigMap => ({
    role,
    name,
    data,
  });
}

function keyOf({ role, name }: FrozenConfigMap): string {
  return `${role} ${name}`;
}
