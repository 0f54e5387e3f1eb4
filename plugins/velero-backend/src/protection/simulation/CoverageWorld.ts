import {
  BackupSpec,
  InventoryObject,
  VeleroVersion,
} from '@appgear/backstage-plugin-velero-common';
import { LiveType } from '../../inventory';
import { ProtectionPolicy } from '../policy';
import { LiveState } from '../world';

/** One namespace of the cluster. */
export interface CoverageNamespace {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly terminating: boolean;
  /** Id of its workspace; undefined: it belongs to none. */
  readonly workspace: string | undefined;
  readonly live: LiveState;
}

/** A cluster, as a backup of it would find it. */
export interface CoverageWorld {
  readonly veleroVersion: VeleroVersion;
  /** All of the cluster: patterns and excludes are about all. */
  readonly namespaces: readonly CoverageNamespace[];
  /** Cluster-scoped objects that may come along. */
  readonly clusterScoped: readonly InventoryObject[];
  readonly types: readonly LiveType[];
  /** Whether Velero takes CSI snapshots there (`--features=EnableCSI`); undefined: not known. */
  readonly csi: boolean | undefined;
  readonly policy: Pick<ProtectionPolicy, 'exemptKinds' | 'durableSnapshots'>;
}

/** The spec of the backups that a schedule makes. */
export type Template = Readonly<BackupSpec>;
