import { RootConfigService } from '@backstage/backend-plugin-api';

/** Keys of labels and annotations on namespaces; configuration of the DR backend. */
export interface WorkspaceKeys {
  workspaceId: string;
  backupEnabled: string;
  tier: string;
  /** Of the annotation. */
  rpo: string;
}

/** The same keys and defaults as in `config.d.ts` of the DR backend. */
export function readWorkspaceKeys(config: RootConfigService): WorkspaceKeys {
  const read = (key: string, fallback: string) =>
    config.getOptionalString(`velero.${key}`) ?? fallback;
  return {
    workspaceId: read(
      'workspaces.labels.workspaceId',
      'appgear.io/workspace-id',
    ),
    backupEnabled: read(
      'workspaces.labels.backupEnabled',
      'appgear.io/backup-enabled',
    ),
    tier: read('protection.rpo.tierLabel', 'appgear.io/tier'),
    rpo: read('protection.rpo.annotation', 'appgear.io/rpo'),
  };
}
