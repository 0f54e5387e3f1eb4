import { BackupSpec } from '@appgear/backstage-plugin-velero-common';
import { DrModule } from './input';

type Database = DrModule['databases'][number];
interface Commands {
  pre: string;
  post?: string;
}

/**
 * What each kind of database is told. PostgreSQL and Redis get what is in
 * memory onto the disk: a snapshot of one instant is then a short recovery
 * away. MongoDB holds writes back until the snapshot was taken. None of them
 * makes volumes of several Pods agree with each other.
 */
const COMMANDS: Record<Database['engine'], Commands> = {
  postgresql: {
    pre: 'psql -U "$POSTGRES_USER" -d postgres -c CHECKPOINT',
  },
  redis: { pre: 'redis-cli SAVE' },
  mongodb: {
    pre: 'mongosh --quiet --eval "db.fsyncLock()"',
    post: 'mongosh --quiet --eval "db.fsyncUnlock()"',
  },
};

/**
 * The hooks of a backup. Written even when there are none: that no database is
 * told is then somebody's decision.
 */
export const hooks = (databases: Database[]): BackupSpec['hooks'] => ({
  resources: databases.map(({ namespace, matchLabels, engine, container }) => {
    const { pre, post } = COMMANDS[engine];
    const hook = (command: string) => ({
      exec: {
        ...(container && { container }),
        command: ['/bin/sh', '-c', command],
        // A backup of a database that was not told is not Completed.
        onError: 'Fail' as const,
        timeout: '3m',
      },
    });
    return {
      name: `${engine}-${namespace}`,
      includedNamespaces: [namespace],
      labelSelector: { matchLabels },
      pre: [hook(pre)],
      ...(post && { post: [hook(post)] }),
    };
  }),
});
