/** The keys that AppGear puts on what it runs (module 13, module 15). */
export const WORKSPACE_LABEL = 'appgear.io/workspace-id';
export const TENANT_LABEL = 'appgear.io/tenant-id';
export const BACKUP_LABEL = 'appgear.io/backup-enabled';
export const OWNER_ANNOTATION = 'appgear.io/owner';
