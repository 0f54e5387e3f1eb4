import {
  BackupLog,
  backupLogQuerySchema,
  veleroBackupReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { Evidence } from '../evidence';
import { requireSight } from '../permissions';
import { BackupSight } from './BackupSight';
import { findBackup } from './contents';
import { logError } from './logError';
import { RouteContext } from './RouteContext';

/**
 * `GET /backups/:cluster/:name/logs`: `BackupLog`. The one answer that is
 * fetched when it is asked for: logs are large, and few are ever read.
 */
export function addLogs(
  { router, answerer, model }: RouteContext,
  evidence: Evidence,
): void {
  router.get(
    '/backups/:cluster/:name/logs',
    answerer.handle({
      query: backupLogQuerySchema,
      allow: reader => requireSight(reader.backups, veleroBackupReadPermission),
      answer: async ({ params, query, reader }): Promise<BackupLog> => {
        const backup = findBackup(params, model, reader.backups);
        const sight = new BackupSight(backup, model, reader.backups);
        try {
          return await evidence.searchLog(backup, {
            ...query,
            seesNamespace: sight.all ? undefined : name => sight.sees(name),
          });
        } catch (error) {
          throw logError(error);
        }
      },
    }),
  );
}
