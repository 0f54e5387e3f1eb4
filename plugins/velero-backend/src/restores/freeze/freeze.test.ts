import * as fc from 'fast-check';
import {
  says,
  NON_RESTORABLE_RESOURCES,
} from '@appgear/backstage-plugin-velero-common';
import { approvalDigest, FrozenRestore } from './FrozenRestore';
import { canonicalJson, digestOf } from './digest';
import { driftBetween } from './drift';
import { withoutIdentityMappings } from './spec';
import { differencesFromApproved } from './storedRestore';

const frozen: FrozenRestore = {
  cluster: {
    name: 'ag-br-core-prod',
    veleroNamespace: 'velero',
    veleroVersion: 'v1.18.2',
  },
  spec: { backupName: 'daily-1', includedNamespaces: ['ws-payments'] },
  namespaces: [
    { name: 'ws-payments', uid: 'u1', workspace: 'payments', tenant: 'acme' },
  ],
  storage: {
    location: 'default',
    provider: 'aws',
    bucket: 'dr',
    prefix: 'prod',
  },
  backup: {
    name: 'daily-1',
    phase: 'Completed',
    startedAt: '2026-03-01T02:00:00Z',
    contentsDigest: 'c0ffee',
  },
  configMaps: [
    {
      role: 'changeStorageClass',
      name: 'change-storage-class',
      data: { slow: 'fast' },
    },
  ],
  policyDigest: 'p0',
};

describe('canonicalJson', () => {
  it('is the same whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const shuffled = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
      }),
    );
  });

  it('loses nothing that JSON has', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(JSON.parse(canonicalJson([value]))).toEqual(
          JSON.parse(JSON.stringify([value])),
        );
      }),
    );
  });
});

describe('drift', () => {
  it('is nothing when nothing changed', () => {
    expect(driftBetween(frozen, structuredClone(frozen))).toEqual([]);
  });

  const changes: Array<[string, (copy: FrozenRestore) => void, RegExp]> = [
    ['Velero', c => (c.cluster.veleroVersion = 'v1.19.0'), /veleroVersion/],
    [
      'spec',
      c => (c.spec.existingResourcePolicy = 'update'),
      /^spec: existing/,
    ],
    ['bucket', c => (c.storage.bucket = 'other'), /bucket was "dr"/],
    ['phase', c => (c.backup.phase = 'Deleting'), /phase was "Completed"/],
    ['contents', c => (c.backup.contentsDigest = 'x'), /contentsDigest/],
    [
      'expiry',
      c => (c.backup.expiresAt = '2026-04-01T00:00:00Z'),
      /expiresAt was –/,
    ],
    ['a namespace made again', c => (c.namespaces[0].uid = 'u2'), /made again/],
    ['a namespace gone', c => delete c.namespaces[0].uid, /is gone/],
    ['tenant', c => (c.namespaces[0].tenant = 'other'), /tenant was "acme"/],
    [
      'one more namespace',
      c => c.namespaces.push({ name: 'ws-x' }),
      /ws-x: would be restored into as well/,
    ],
    ['a mapping', c => (c.configMaps[0].data.slow = 'ssd'), /was changed/],
    ['no mapping', c => (c.configMaps = []), /is gone/],
    ['policy', c => (c.policyDigest = 'p1'), /configuration changed/],
  ];

  it.each(changes)('names a change of %s', (_, change, expected) => {
    const copy = structuredClone(frozen);
    change(copy);
    expect(driftBetween(frozen, copy)).toEqual([
      expect.objectContaining({ message: expect.stringMatching(expected) }),
    ]);
    expect(approvalDigest(copy, 'e')).not.toBe(approvalDigest(frozen, 'e'));
  });

  it('tells of a namespace that appeared', () => {
    const absent = structuredClone(frozen);
    delete absent.namespaces[0].uid;
    expect(driftBetween(absent, frozen)).toEqual([
      says('gate.namespaceThere', { namespace: 'ws-payments' }),
    ]);
  });

  it('does not repeat what a ConfigMap holds', () => {
    const copy = structuredClone(frozen);
    copy.configMaps[0].data.slow = 'secret-value';
    expect(JSON.stringify(driftBetween(frozen, copy))).not.toContain(
      'secret-value',
    );
  });

  it('covers the effects too, by the digest', () => {
    expect(approvalDigest(frozen, digestOf(['create']))).not.toBe(
      approvalDigest(frozen, digestOf(['patch'])),
    );
  });
});

describe('identity mappings', () => {
  it('are dropped, others kept', () => {
    expect(
      withoutIdentityMappings({
        backupName: 'b',
        namespaceMapping: { argocd: 'argocd', a: 'b' },
      }),
    ).toEqual({ backupName: 'b', namespaceMapping: { a: 'b' } });
    expect(
      withoutIdentityMappings({
        backupName: 'b',
        namespaceMapping: { argocd: 'argocd' },
      }),
    ).toEqual({ backupName: 'b' });
  });
});

describe('a stored Restore', () => {
  const approved = { backupName: 'daily-1', excludedResources: ['secrets'] };
  const asVeleroKeepsIt = {
    backupName: 'daily-1',
    scheduleName: 'daily',
    excludedResources: ['secrets', ...NON_RESTORABLE_RESOURCES],
    itemOperationTimeout: '4h0m0s',
    hooks: {},
    includedNamespaces: null,
  };

  it("may differ by Velero's own changes", () => {
    expect(differencesFromApproved(approved, asVeleroKeepsIt, 'daily')).toEqual(
      [],
    );
    expect(differencesFromApproved(approved, approved, 'daily')).toEqual([]);
  });

  it.each([
    [
      'another schedule',
      { ...asVeleroKeepsIt, scheduleName: 'other' },
      'scheduleName',
    ],
    [
      'more excluded',
      {
        ...asVeleroKeepsIt,
        excludedResources: ['secrets', 'configmaps', 'nodes'],
      },
      'excludedResources',
    ],
    [
      'less excluded',
      { ...asVeleroKeepsIt, excludedResources: ['nodes'] },
      'excludedResources',
    ],
    [
      'another policy',
      { ...asVeleroKeepsIt, existingResourcePolicy: 'update' },
      'existingResourcePolicy',
    ],
    ['another backup', { ...asVeleroKeepsIt, backupName: 'x' }, 'backupName'],
  ])('is not the approved one with %s', (_, stored, field) => {
    expect(
      differencesFromApproved(approved, stored, 'daily').map(d => d.field),
    ).toEqual([field]);
  });

  it('is not the approved one when a field was dropped on the way', () => {
    const withModifier = {
      backupName: 'daily-1',
      resourceModifier: { kind: 'ConfigMap', name: 'fix' },
    };
    expect(
      differencesFromApproved(withModifier, { backupName: 'daily-1' }, 'daily'),
    ).toEqual([
      {
        field: 'resourceModifier',
        approved: { kind: 'ConfigMap', name: 'fix' },
        stored: undefined,
      },
    ]);
  });

  it('keeps a timeout that was approved', () => {
    const timed = { backupName: 'b', itemOperationTimeout: '1h' };
    expect(
      differencesFromApproved(
        timed,
        { ...timed, itemOperationTimeout: '4h0m0s' },
        undefined,
      ).map(d => d.field),
    ).toEqual(['itemOperationTimeout']);
  });
});
