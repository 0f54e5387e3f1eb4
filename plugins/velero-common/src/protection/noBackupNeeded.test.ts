import { InventoryObject } from '../selection';
import { NO_BACKUP_NEEDED, noBackupNeeded } from './noBackupNeeded';

function object(
  group: string,
  plural: string,
  name: string,
  controller?: boolean,
): InventoryObject {
  return {
    group,
    version: 'v1',
    kind: 'Any',
    plural,
    namespaced: true,
    namespace: 'ws-shop',
    name,
    ...(controller !== undefined && {
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Owner', name: 'o', uid: 'u', controller },
      ],
    }),
  };
}

describe('noBackupNeeded', () => {
  it('spares what a controller makes again, and counts what stands alone', () => {
    expect(noBackupNeeded(object('', 'pods', 'web-1', true))?.why).toBe(
      'controlled',
    );
    expect(noBackupNeeded(object('', 'pods', 'lonely'))).toBeUndefined();
    expect(noBackupNeeded(object('', 'pods', 'owned', false))).toBeUndefined();
    expect(noBackupNeeded(object('batch', 'jobs', 'once'))).toBeUndefined();
  });

  it('counts volumes and secrets whoever controls them: nobody makes their contents again', () => {
    expect(
      noBackupNeeded(object('', 'persistentvolumeclaims', 'data', true)),
    ).toBeUndefined();
    expect(
      noBackupNeeded(object('', 'secrets', 'password', true)),
    ).toBeUndefined();
  });

  it('spares only what Kubernetes itself puts into each namespace', () => {
    expect(
      noBackupNeeded(object('', 'configmaps', 'kube-root-ca.crt')),
    ).toBeDefined();
    expect(noBackupNeeded(object('', 'configmaps', 'app'))).toBeUndefined();
    expect(
      noBackupNeeded(object('', 'serviceaccounts', 'default')),
    ).toBeDefined();
    expect(
      noBackupNeeded(object('', 'serviceaccounts', 'robot')),
    ).toBeUndefined();
  });

  it('is not fooled by equal names in other groups', () => {
    expect(
      noBackupNeeded(object('example.io', 'events', 'party')),
    ).toBeUndefined();
    expect(
      noBackupNeeded(object('postgresql.cnpg.io', 'backups', 'b')),
    ).toBeUndefined();
    expect(
      noBackupNeeded(object('velero.io', 'schedules', 's')),
    ).toBeUndefined();
  });

  it('names a source for every rule', () => {
    expect(NO_BACKUP_NEEDED.filter(({ source }) => source === '')).toEqual([]);
  });
});
