import {
  BackupIntent,
  EvidenceFailure,
} from '@appgear/backstage-plugin-velero-common';
import { DistilledVolume, Messages, Names } from '../evidence';
import { LiveNamespace } from '../inventory';
import { RecoveryPoint } from './points';

// What verdicts are made of. Everything is handed in, and times are
// milliseconds since 1970: the same world always yields the same verdict.

/** What lives in a namespace, as far as it was read. */
export type LiveState =
  | { readonly state: 'unread' }
  | {
      readonly state: 'read';
      readonly content: LiveNamespace;
      /** Kinds that could not be listed, as `secrets` or `*.example.io`. */
      readonly unreadable: readonly string[];
    };

/** One namespace of a workspace. */
export interface NamespaceWorld {
  readonly cluster: string;
  readonly name: string;
  readonly createdAt: number;
  readonly terminating: boolean;
  /** No cluster shows it: only backups in a bucket tell of it. */
  readonly isLost?: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly live: LiveState;
  /** The points in whose scope it lies, in any order. */
  readonly points: readonly RecoveryPoint[];
}

/** A workspace and all that its verdict depends on. */
export interface WorkspaceWorld {
  readonly id: string;
  readonly intent: BackupIntent;
  readonly namespaces: readonly NamespaceWorld[];
  /** What a point reports about itself, by the point's id. */
  evidenceOf(pointId: string): PointEvidence;
}

/** What one point holds of one namespace. */
export interface PointContents {
  /** Names the list of objects: equal for equal lists. */
  readonly digest: string;
  /** By kind as Velero writes it: `apps/v1/Deployment`, `v1/Secret`. */
  readonly objects: Names;
  readonly volumes: readonly DistilledVolume[];
  readonly errors: Messages;
  readonly warnings: Messages;
}

/** What one backup reports about itself, as far as it was read. */
export type PointEvidence =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'unknown';
      readonly failure: EvidenceFailure;
      readonly nextAttemptAt?: number;
    }
  | {
      readonly state: 'read';
      /** Whether the backup says how its volumes were saved. */
      readonly volumesRecorded: boolean;
      /** Undefined: it holds nothing of that namespace. */
      contentsOf(namespace: string): PointContents | undefined;
    };
