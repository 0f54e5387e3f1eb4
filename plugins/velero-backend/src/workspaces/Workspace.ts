import { BackupIntent } from '@appgear/backstage-plugin-velero-common';
import { NamespaceRecord } from '../fleet';

/** What is protected: namespaces of one id, on whichever clusters. */
export interface Workspace {
  readonly id: string;
  readonly title: string;
  readonly tenant: string | undefined;
  /** Entity reference of the owning group; undefined: nobody owns it. */
  readonly owner: string | undefined;
  /** Entity reference of the catalog entity that stands for it. */
  readonly entityRef: string | undefined;
  /** In the order of the configuration. */
  readonly clusters: readonly string[];
  /** By cluster, then name. */
  readonly namespaces: readonly NamespaceRecord[];
  readonly intent: BackupIntent;
}
