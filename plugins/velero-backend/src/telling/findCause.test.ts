import { ProtectionReason } from '@appgear/backstage-plugin-velero-common';
import { findCause } from './findCause';

const point = {
  cluster: 'one',
  backup: 'daily',
  takenAt: '2026-03-01T00:00:00Z',
};
const unavailable: ProtectionReason = {
  code: 'storageUnavailable',
  cluster: 'one',
  namespace: 'ws-shop',
  point,
  storage: 'dr/prod',
  next: 'checkStorage',
};
const missing: ProtectionReason = {
  code: 'objectsMissing',
  cluster: 'one',
  point,
  missing: [],
  next: 'fixSelection',
};
const allLive = () => true;
const noneLive = () => false;

describe('findCause', () => {
  it('is the storage when that is not available', () => {
    expect(findCause([unavailable, missing], allLive)).toEqual({
      kind: 'storage',
      name: 'dr/prod',
    });
  });

  it('is the cluster when that does not answer', () => {
    expect(findCause([unavailable], noneLive)).toEqual({
      kind: 'cluster',
      name: 'one',
    });
  });

  it('is the cluster that was never heard of, where only backups tell', () => {
    const lost: ProtectionReason = {
      code: 'onlyInBackups',
      cluster: 'bucket',
      namespace: 'ws-shop',
      next: 'none',
    };
    expect(findCause([lost], allLive, 'one')).toEqual({
      kind: 'cluster',
      name: 'one',
    });
    expect(findCause([lost], allLive)).toBeUndefined();
  });

  it('is of the workspace alone when its backups lack something', () => {
    expect(findCause([missing], noneLive)).toBeUndefined();
    expect(findCause([], allLive)).toBeUndefined();
  });
});
