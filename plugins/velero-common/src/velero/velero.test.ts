import { Backup } from './kinds';
import {
  blocksSchedule,
  isBackupEnded,
  isBackupUsable,
  takesQueuePlace,
  waitsInQueue,
} from './phases';
import {
  formatVeleroVersion,
  isVeleroAtLeast,
  parseVeleroVersion,
} from './version';

describe('phases', () => {
  it('that a newer Velero may bring are kept, and taken for nothing', () => {
    const backup: Backup = {
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name: 'b' },
      status: { phase: 'Pondering' },
    };
    const phase = backup.status?.phase;
    expect(phase).toBe('Pondering');
    expect(isBackupEnded(phase)).toBe(false);
    expect(isBackupUsable(phase)).toBe(false);
    expect(blocksSchedule(phase)).toBe(false);
  });

  it.each<[string | undefined, boolean, boolean, boolean]>([
    [undefined, false, false, true],
    ['', false, false, true],
    ['New', false, false, true],
    ['InProgress', false, false, true],
    ['Queued', false, false, false],
    ['WaitingForPluginOperations', false, false, false],
    ['Finalizing', false, false, false],
    ['Completed', true, true, false],
    ['PartiallyFailed', true, true, false],
    ['Failed', true, false, false],
    ['FailedValidation', true, false, false],
    ['Deleting', false, false, false],
  ])('%s: ended %s, usable %s, blocks %s', (phase, ended, usable, blocks) => {
    expect(isBackupEnded(phase)).toBe(ended);
    expect(isBackupUsable(phase)).toBe(usable);
    expect(blocksSchedule(phase)).toBe(blocks);
  });

  it.each([
    ['New', false, false],
    ['Queued', true, false],
    ['ReadyToStart', false, true],
    ['InProgress', false, true],
    ['WaitingForPluginOperations', false, false],
    ['Finalizing', false, false],
    ['Completed', false, false],
  ])('%s: waits in the queue %s, takes a place %s', (phase, waits, takes) => {
    expect(waitsInQueue(phase)).toBe(waits);
    expect(takesQueuePlace(phase)).toBe(takes);
  });
});

describe('versions', () => {
  it.each([
    ['v1.18.2', 'v1.18.2'],
    ['1.13', 'v1.13.0'],
    ['v1.18.0-rc.1', 'v1.18.0'],
    [' v1.14.1 ', 'v1.14.1'],
  ])('%s is %s', (text, expected) => {
    expect(formatVeleroVersion(parseVeleroVersion(text)!)).toBe(expected);
  });

  it.each(['main', '', 'v1', 'latest'])('"%s" is none', text => {
    expect(parseVeleroVersion(text)).toBeUndefined();
  });

  it('are compared part by part', () => {
    const version = parseVeleroVersion('v1.18.2')!;
    expect(isVeleroAtLeast(version, 1, 18, 2)).toBe(true);
    expect(isVeleroAtLeast(version, 1, 18, 3)).toBe(false);
    expect(isVeleroAtLeast(version, 1, 9)).toBe(true);
    expect(isVeleroAtLeast(version, 2, 0)).toBe(false);
    expect(isVeleroAtLeast({ major: 2, minor: 0, patch: 0 }, 1, 18)).toBe(true);
  });
});
