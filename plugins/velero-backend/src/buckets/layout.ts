/** Velero puts everything of one backup in a folder of its name (pkg/persistence/object_store_layout.go). */
const METADATA = 'velero-backup.json';

/** A name as Kubernetes takes it for an object: no path, and never long. */
const BACKUP_NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/** Where a location's backups lie. */
export function backupsFolder(prefix: string = ''): string {
  const folder = prefix.replace(/^\/+|\/+$/g, '');
  return folder ? `${folder}/backups/` : 'backups/';
}

/** The backup whose metadata a key is; undefined for anything else that lies there. */
export function backupOfKey(folder: string, key: string): string | undefined {
  const [name, file, ...rest] = key.slice(folder.length).split('/');
  return key.startsWith(folder) &&
    rest.length === 0 &&
    file === METADATA &&
    BACKUP_NAME.test(name)
    ? name
    : undefined;
}

/** The same of a folder below it, whose name ends with `/`, if it has any. */
export function backupOfFolder(folder: string, subfolder: string) {
  return backupOfKey(folder, `${subfolder}${METADATA}`);
}

/** Where a backup's metadata is. */
export function metadataKey(folder: string, backup: string): string {
  return `${folder}${backup}/${METADATA}`;
}
