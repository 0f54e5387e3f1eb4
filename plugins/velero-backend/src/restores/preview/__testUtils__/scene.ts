import {
  ResourceType,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import {
  BackedUpObject,
  BackedUpVolume,
  Belonging,
  ObjectDetails,
  PreviewInput,
} from '../input';

const type = (
  apiVersion: string,
  kind: string,
  plural: string,
  namespaced = true,
): ResourceType => {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return { group, version, kind, plural, namespaced };
};

const TYPES = [
  type('v1', 'Namespace', 'namespaces', false),
  type('v1', 'Pod', 'pods'),
  type('v1', 'Secret', 'secrets'),
  type('v1', 'ConfigMap', 'configmaps'),
  type('v1', 'Service', 'services'),
  type('v1', 'ServiceAccount', 'serviceaccounts'),
  type('v1', 'Event', 'events'),
  type('v1', 'PersistentVolume', 'persistentvolumes', false),
  type('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims'),
  type('apps/v1', 'Deployment', 'deployments'),
  type('apps/v1', 'StatefulSet', 'statefulsets'),
  type('batch/v1', 'Job', 'jobs'),
  type('rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles', false),
  type(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'customresourcedefinitions',
    false,
  ),
  type('apiregistration.k8s.io/v1', 'APIService', 'apiservices', false),
  type('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', 'volumesnapshots'),
];

/** `ns/name`, or `name` for what is cluster-scoped. */
type Place = string;

/** What a test sets up; the rest is an empty target and a silent backup. */
export interface Scene {
  spec?: Partial<RestoreSpec>;
  /** Kind to places, as a resource list has it. */
  backup: Record<string, Place[]>;
  /** Details by `kind place`. */
  details?: Record<string, Partial<ObjectDetails>>;
  volumes?: Array<
    Partial<BackedUpVolume> & { claim: string; namespace: string }
  >;
  volumesRecorded?: boolean;
  takenInTarget?: boolean;
  sources?: Record<string, Belonging>;
  /** Live namespaces, and what lives in them by `resource place`. */
  namespaces?: Record<string, Belonging>;
  live?: string[];
  /** Resources that are not read. */
  unread?: string[];
  plugins?: PreviewInput['plugins'];
  csiEnabled?: boolean;
}

export function stage(scene: Scene): PreviewInput {
  const live = new Set(scene.live);
  return {
    spec: { backupName: 'b', ...scene.spec },
    backup: {
      objects: Object.entries(scene.backup).flatMap(([apiKind, places]) =>
        places.map(place => objectAt(apiKind, place, scene)),
      ),
      volumes: (scene.volumes ?? []).map(volume => ({
        volume: `pv-${volume.claim}`,
        moved: false,
        skipped: false,
        failed: false,
        ...volume,
      })),
      volumesRecorded: scene.volumesRecorded ?? true,
      takenInTarget: scene.takenInTarget,
      namespaces: new Map(Object.entries(scene.sources ?? {})),
    },
    target: {
      namespace: name => {
        const found = scene.namespaces?.[name];
        return found && { uid: `uid-${name}`, ...found };
      },
      has: (resource, namespace, name) =>
        scene.unread?.includes(resource)
          ? undefined
          : live.has(
              `${resource} ${
                namespace === undefined ? '' : `${namespace}/`
              }${name}`,
            ),
      types: TYPES,
    },
    plugins: scene.plugins ?? {},
    csiEnabled: scene.csiEnabled,
  };
}

function objectAt(apiKind: string, place: Place, scene: Scene): BackedUpObject {
  const [name, namespace] = place.split('/').reverse();
  const details = scene.details?.[`${apiKind.split('/').at(-1)} ${place}`];
  return {
    apiKind,
    ...(namespace !== undefined && { namespace }),
    name,
    ...(details && { details: { labels: {}, annotations: {}, ...details } }),
  };
}
