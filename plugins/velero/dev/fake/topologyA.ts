import {
  says,
  type TopologyABackup,
  type TopologyAHost,
} from '@appgear/backstage-plugin-velero-common';
import { at, DAY, HOUR } from './time';

const backup = (
  minutes: number,
  checked?: 'intact' | 'damaged',
): TopologyABackup => ({
  name: `appgear-${at(minutes).replace(/[-:]|\.\d+/g, '')}`,
  startedAt: at(minutes - 6),
  finishedAt: at(minutes),
  bytes: 260_300_000,
  files: 3,
  checked: checked && { at: at(minutes + 10), result: checked },
});

/** A host that does well, and one that nobody looked after. */
export function dockerHosts(): TopologyAHost[] {
  return [
    {
      name: 'demo-docker',
      disasterRecovery: false,
      readAt: at(-3),
      lastRun: {
        startedAt: at(-5 * HOUR - 16),
        finishedAt: at(-5 * HOUR - 10),
        result: 'succeeded',
      },
      isStale: false,
      backups: [backup(-5 * HOUR - 10), backup(-29 * HOUR, 'intact')],
      total: 7,
    },
    {
      name: 'old-laptop',
      disasterRecovery: false,
      readAt: at(-2 * DAY - 10),
      problem: says('host.slow'),
      lastRun: {
        startedAt: at(-3 * DAY - 11),
        finishedAt: at(-3 * DAY - 10),
        result: 'failed',
      },
      isStale: true,
      backups: [backup(-9 * DAY, 'damaged')],
      total: 1,
    },
  ];
}
