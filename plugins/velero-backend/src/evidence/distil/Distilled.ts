import {
  EvidenceMessages,
  EvidenceVolume,
} from '@appgear/backstage-plugin-velero-common';

/** What a backup holds of one namespace; of `''`, cluster-scoped objects. */
export interface DistilledNamespace {
  /** Names, by kind as Velero writes it: `apps/v1/Deployment`, `v1/Secret`. */
  objects: Map<string, string[]>;
  volumes: EvidenceVolume[];
  errors: EvidenceMessages;
  warnings: EvidenceMessages;
}

/** What one backup reports about itself. */
export interface DistilledBackup {
  /** By namespace; `''` holds what belongs to none. */
  namespaces: Map<string, DistilledNamespace>;
  /** About Velero itself rather than about objects. */
  errors: EvidenceMessages;
  warnings: EvidenceMessages;
  /**
   * Whether the backup says how its volumes were saved. Velero before 1.13
   * does not: then no volume of it is known to be safe.
   */
  volumesRecorded: boolean;
  /** SHA-256 of its files, in hexadecimal. */
  digest: string;
}
