import type {
  BackupLog,
  BackupLogQuery,
  LogLine,
} from '@appgear/backstage-plugin-velero-common';
import { at } from './time';

const LEVELS = ['debug', 'info', 'warning', 'error'] as const;

/** A log of some hundred lines, searched and cut as the backend does. */
export function log(query: BackupLogQuery): BackupLog {
  const { level = 'debug', search = '' } = query;
  const offset = Number(query.offset ?? 0);
  const limit = Number(query.limit ?? 200);
  const found = lines().filter(
    line =>
      LEVELS.indexOf(line.level ?? 'info') >= LEVELS.indexOf(level) &&
      JSON.stringify(line).toLowerCase().includes(search.toLowerCase()),
  );
  return {
    lines: found.slice(offset, offset + limit),
    total: found.length,
    offset,
    limit,
    truncated: false,
    filtered: false,
  };
}

function lines(): LogLine[] {
  const usual = Array.from(
    { length: 250 },
    (_, index): LogLine => ({
      at: at(-180 + index / 60),
      level: 'info',
      message: 'Backing up item',
      fields: {
        name: `settings-${index}`,
        namespace: 'ws-checkout-app',
        resource: 'configmaps',
      },
    }),
  );
  return [
    ...usual,
    {
      at: at(-175),
      level: 'warning',
      message: 'Volume scratch is skipped by the volume policy',
      fields: { name: 'scratch', namespace: 'ws-checkout-app' },
    },
    {
      at: at(-174),
      level: 'error',
      message: 'Error executing hook',
      fields: {
        name: 'db-0',
        namespace: 'ws-checkout-app',
        'error.message': 'command terminated with exit code 1',
      },
    },
    { message: 'a line that is not Velero’s own', fields: {} },
  ];
}
