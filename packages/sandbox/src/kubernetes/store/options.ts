import type { CustomResourceDefinition } from '../crds';
import type { Manager } from '../managedFields/managers';
import type { Clock, ResourceType } from '../objects';
import type { ServedType } from '../resourceTypes';
import type { Random } from './names';

/** How a cluster's store is made. */
export interface ClusterStoreOptions {
  /** The kinds that need no CRD. @defaultValue those of a bare cluster */
  resourceTypes?: ReadonlyArray<ResourceType & Partial<ServedType>>;
  /** The kinds on top; without Velero's, Velero is "not installed". */
  crds?: readonly CustomResourceDefinition[];
  clock: Clock;
  /** Names and uids come out of it. @defaultValue `Math.random` */
  random?: Random;
  /** Changes per kind that a watch can go back to. @defaultValue 1000 */
  history?: number;
  /**
   * How long a deleted namespace stays `Terminating` while the namespace
   * controller empties it, in milliseconds.
   * @defaultValue no time at all: gone when `delete` returns
   */
  namespaceTerminationMs?: number;
}

/** Terms of one write. */
export interface WriteOptions {
  /** Who writes. @defaultValue `velero-server`, who works on the store directly */
  manager?: Manager;
  /** Runs all checks and answers as if, but stores nothing. */
  dryRun?: boolean;
  /** Hears of fields that the schema does not know; throw to refuse the write. */
  onUnknownFields?: (paths: string[]) => void;
}

/** Terms of one server-side apply. */
export interface ApplyOptions extends WriteOptions {
  manager: Manager;
  /** Takes over what other managers own. */
  force?: boolean;
}

/** Terms of one deletion (`meta/v1` DeleteOptions). */
export interface DeleteOptions {
  dryRun?: boolean;
  preconditions?: { uid?: string; resourceVersion?: string };
  /** What becomes of dependents. @defaultValue `Background`: they go too */
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
}
