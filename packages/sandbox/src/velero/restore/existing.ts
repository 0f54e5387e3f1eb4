import { isDeepStrictEqual } from 'util';
import { KubeObject } from '../../kubernetes';
import { messageOf, VeleroError } from '../errors';
import { VeleroContext } from '../VeleroContext';
import { withoutIdentity } from './prepareItem';
import { ItemAction, RestoreWork } from './RestoreWork';

/**
 * What Velero's actions read into typed objects comes back with an empty
 * status and no creation time, and is never equal to what lives.
 */
const NEVER_EQUAL = new Set([
  'PersistentVolumeClaim',
  'Pod',
  'Service',
  'Job',
  'RoleBinding',
  'ClusterRoleBinding',
]);

/** Their specs cannot be changed once they exist: the API server refuses. */
const IMMUTABLE_SPEC = new Set(['PersistentVolumeClaim', 'Pod', 'Job']);

/**
 * What becomes of an object that is there already: nothing, with a warning
 * when it differs; or a patch, when the restore asks for updates. Data of
 * volumes is never touched.
 * Source: Velero 1.18.2, pkg/restore/restore.go, restoreItem and processUpdateResourcePolicy.
 */
export function meetExisting(
  work: RestoreWork,
  wanted: KubeObject,
  living: KubeObject,
  context: VeleroContext,
): ItemAction {
  const { namespace } = wanted.metadata;
  const labels = labelsOf(wanted);
  const comparable = withoutIdentity(living);
  comparable.metadata.labels = { ...comparable.metadata.labels, ...labels };
  const updates =
    work.restore.spec.existingResourcePolicy?.toLowerCase() === 'update';
  const isEqual =
    !NEVER_EQUAL.has(wanted.kind) &&
    isDeepStrictEqual(plain(comparable), plain(wanted));
  if (isEqual) {
    if (updates) {
      write(context, relabelled(living, labels));
    }
    return 'skipped';
  }
  if (wanted.kind === 'ServiceAccount') {
    return mergeAccount(wanted, living, context);
  }
  if (!updates) {
    const quoted = work.restore.spec.existingResourcePolicy
      ? ` "${wanted.metadata.name}"`
      : `:${wanted.metadata.name}`;
    work.warn(
      namespace,
      `could not restore, ${wanted.kind}${quoted} already exists. Warning: the in-cluster version is different than the backed-up version`,
    );
    return 'failed';
  }
  return update(work, wanted, living, context);
}

function update(
  work: RestoreWork,
  wanted: KubeObject,
  living: KubeObject,
  context: VeleroContext,
): ItemAction {
  try {
    if (
      IMMUTABLE_SPEC.has(wanted.kind) &&
      !isDeepStrictEqual(plain(wanted.spec), plain(living.spec))
    ) {
      throw new VeleroError(
        `${wanted.kind} "${wanted.metadata.name}" is invalid: spec: Forbidden: spec is immutable after creation`,
      );
    }
    // A patch of all differences: what the backup has, with the living one's identity.
    write(context, {
      ...wanted,
      ...('status' in living ? { status: living.status } : {}),
      metadata: { ...living.metadata, ...wanted.metadata },
    });
    return 'updated';
  } catch (error) {
    work.warn(wanted.metadata.namespace, messageOf(error));
    write(context, relabelled(living, labelsOf(wanted)));
    return 'failed';
  }
}

/** Service accounts keep what they have and gain what the backup has. */
function mergeAccount(
  wanted: KubeObject,
  living: KubeObject,
  context: VeleroContext,
): ItemAction {
  const merged = {
    ...living,
    secrets: mergeByName(living.secrets, wanted.secrets),
    imagePullSecrets: mergeByName(
      living.imagePullSecrets,
      wanted.imagePullSecrets,
    ),
    metadata: {
      ...living.metadata,
      labels: { ...living.metadata.labels, ...wanted.metadata.labels },
      annotations: {
        ...living.metadata.annotations,
        ...wanted.metadata.annotations,
      },
    },
  };
  const gained = { ...plain(merged), metadata: undefined };
  if (
    isDeepStrictEqual(gained, { ...plain(living), metadata: undefined }) &&
    isDeepStrictEqual(merged.metadata.labels, {
      ...living.metadata.labels,
      ...labelsOf(wanted),
    }) &&
    isDeepStrictEqual(
      merged.metadata.annotations,
      living.metadata.annotations ?? {},
    )
  ) {
    return 'skipped';
  }
  write(context, merged);
  return 'updated';
}

function mergeByName(
  first: Array<{ name: string }> | undefined,
  second: Array<{ name: string }> | undefined,
): Array<{ name: string }> | undefined {
  const added = (second ?? []).filter(
    ({ name }) => !first?.some(each => each.name === name),
  );
  return added.length > 0 ? [...(first ?? []), ...added] : first;
}

function relabelled(
  living: KubeObject,
  labels: Record<string, string>,
): KubeObject {
  return {
    ...living,
    metadata: {
      ...living.metadata,
      labels: { ...living.metadata.labels, ...labels },
    },
  };
}

/** The two labels by which restored objects are known. */
function labelsOf({ metadata }: KubeObject): Record<string, string> {
  const { labels = {} } = metadata;
  return {
    'velero.io/backup-name': labels['velero.io/backup-name'],
    'velero.io/restore-name': labels['velero.io/restore-name'],
  };
}

function write({ api }: VeleroContext, object: KubeObject): void {
  api.backups.store.update(object);
}

/** Without fields that are there and undefined. */
function plain<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
