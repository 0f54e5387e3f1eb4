import { InventoryObject } from '@appgear/backstage-plugin-velero-common';
import fc from 'fast-check';
import { DistilledVolume } from '../../evidence';
import { RecoveryPoint } from '../points';
import { NamespaceWorld, PointEvidence, WorkspaceWorld } from '../world';

// Worlds small enough that every case meets every other, and built so that
// protection is neither rare nor certain.

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const HOUR = 3_600_000;

/** One kind that counts, one that counts unless it is controlled, one volume kind, and what never counts. */
const KINDS = [
  { group: 'apps', kind: 'Deployment', plural: 'deployments' },
  { group: '', kind: 'Pod', plural: 'pods' },
  {
    group: '',
    kind: 'PersistentVolumeClaim',
    plural: 'persistentvolumeclaims',
  },
  { group: '', kind: 'Event', plural: 'events' },
] as const;

const NAMES = ['x', 'y'];

/** Mostly true: what breaks protection is picked now and then. */
const usually = fc.integer({ min: 0, max: 29 }).map(n => n > 0);
const rarely = usually.map(yes => !yes);
const hours = fc.constantFrom(-30, 1, 1, 2, 2, 3, 3, 20, 26, 27, 48, 200);
const ago = (h: number) => NOW - h * HOUR;

const objects: fc.Arbitrary<InventoryObject[]> = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      name: fc.constantFrom(...NAMES),
      age: fc.constantFrom(undefined, 1, 3, 24, 47, 500, 500, 500),
      excluded: rarely,
      terminating: rarely,
      controlled: fc.boolean(),
    })
    .map(({ kind, name, age, excluded, terminating, controlled }) => ({
      ...kind,
      version: 'v1',
      namespaced: true,
      namespace: 'ns',
      name,
      ...(age !== undefined && { createdAt: new Date(ago(age)).toISOString() }),
      ...(excluded && { labels: { 'velero.io/exclude-from-backup': 'true' } }),
      ...(terminating && { terminating: true }),
      ...(controlled && {
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'O',
            name: 'o',
            uid: 'u',
            controller: true,
          },
        ],
      }),
    })),
  { selector: it => `${it.kind}/${it.name}`, maxLength: 5 },
);

const volume: fc.Arbitrary<DistilledVolume> = fc.record(
  {
    claim: fc.constantFrom(...NAMES),
    method: fc.constantFrom(
      'CSISnapshot',
      'PodVolumeBackup',
      'NativeSnapshot',
      undefined,
    ),
    moved: fc.boolean(),
    keptLocally: fc.constant(false),
    skipped: rarely,
    result: fc.constantFrom(
      'succeeded',
      'succeeded',
      'succeeded',
      'failed',
      undefined,
    ),
    phase: fc.constantFrom('Completed', 'Failed', undefined),
    driver: fc.constantFrom('ceph', 'durable', undefined),
  },
  { requiredKeys: ['moved', 'keptLocally', 'skipped'] },
);

const NO_MESSAGES = { count: 0, first: [] };

/** Holds of each kind the names that a mask picks; most masks pick all. */
const evidence: fc.Arbitrary<PointEvidence> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .record({
        masks: fc.tuple(
          ...KINDS.map(() => fc.constantFrom(3, 3, 3, 3, 3, 3, 3, 3, 2, 1, 0)),
        ),
        known: usually,
        volumesRecorded: usually,
        volumes: fc.array(volume, { maxLength: 2 }),
        local: fc.integer({ min: 0, max: 3 }).map(n => n === 0),
        errors: rarely,
      })
      .map(
        ({
          masks,
          known,
          volumesRecorded,
          volumes,
          local,
          errors,
        }): PointEvidence => {
          const contents = {
            digest: masks.join(),
            objects: new Map(
              KINDS.map(({ group, kind }, k) => [
                group ? `${group}/v1/${kind}` : `v1/${kind}`,
                NAMES.filter((_, n) => masks[k] & (1 << n)),
              ]),
            ),
            volumes: [
              ...volumes,
              // Without these most worlds with volumes would be lost from the start.
              ...NAMES.map(claim => ({
                claim,
                method: 'CSISnapshot' as const,
                moved: !local,
                keptLocally: false,
                skipped: false,
                result: 'succeeded' as const,
              })),
            ].slice(0, volumes.length > 1 ? volumes.length : undefined),
            errors: errors ? { count: 1, first: ['no'] } : NO_MESSAGES,
            warnings: NO_MESSAGES,
          };
          return {
            state: 'read',
            volumesRecorded,
            contentsOf: name => (name === 'ns' && known ? contents : undefined),
          };
        },
      ),
  },
  { weight: 1, arbitrary: fc.constant<PointEvidence>({ state: 'waiting' }) },
  {
    weight: 1,
    arbitrary: fc.constant<PointEvidence>({
      state: 'unknown',
      failure: 'missing',
    }),
  },
);

interface DrawnPoint {
  point: Omit<RecoveryPoint, 'id' | 'backup'>;
  evidence: PointEvidence;
}

const drawnPoint: fc.Arbitrary<DrawnPoint> = fc
  .record({
    phase: fc.constantFrom(
      'Completed',
      'Completed',
      'Completed',
      'Completed',
      'Completed',
      'Completed',
      'PartiallyFailed',
      'Failed',
      'InProgress',
      '',
    ),
    age: hours,
    expires: fc.constantFrom(undefined, undefined, 500, 500, 100, 100, -1, 0),
    errors: fc.constantFrom(0, 0, 0, 2),
    origin: fc.constantFrom('a', 'a', 'a', 'a', 'a', 'a', 'b', undefined),
    deleting: rarely,
    availability: fc.constantFrom(
      'available',
      'available',
      'available',
      'available',
      'available',
      'available',
      'unavailable',
      'unknown',
    ),
    evidence,
  })
  .map(drawn => ({
    evidence: drawn.evidence,
    point: {
      phase: drawn.phase,
      schedule: 's',
      takenAt: ago(drawn.age),
      completedAt: ago(drawn.age),
      expiresAt:
        drawn.expires === undefined ? undefined : NOW + drawn.expires * HOUR,
      errors: drawn.errors,
      origin: drawn.origin
        ? { cluster: drawn.origin, basis: 'made' as const }
        : { basis: 'unknown' as const },
      seenFrom: [{ cluster: 'a', deleting: drawn.deleting }],
      storage: 'bucket',
      availability: {
        state: drawn.availability,
      } as RecoveryPoint['availability'],
    },
  }));

const drawnNamespace = fc.record({
  cluster: fc.constantFrom('a', 'a', 'a', 'a', 'b'),
  createdAgo: fc.constantFrom(1000, 1000, 1000, 1000, 25, 2),
  terminating: rarely,
  target: fc.constantFrom(undefined, undefined, undefined, '4h', '48h', 'soon'),
  read: usually,
  unreadable: fc.constantFrom<string[]>([], [], [], [], [], ['secrets']),
  objects,
  bound: fc.integer({ min: 0, max: 3 }),
  points: fc.array(drawnPoint, { maxLength: 4, size: 'max' }),
});

/** Any workspace at all. */
export const worlds: fc.Arbitrary<WorkspaceWorld> = fc
  .record({
    intent: fc.constantFrom(
      'enabled' as const,
      'disabled' as const,
      'mixed' as const,
    ),
    namespaces: fc.array(drawnNamespace, { minLength: 1, maxLength: 2 }),
  })
  .map(({ intent, namespaces }) => {
    const evidences = new Map<string, PointEvidence>();
    return {
      id: 'ws',
      intent,
      namespaces: namespaces.map(
        (drawn, n): NamespaceWorld => ({
          cluster: drawn.cluster,
          name: 'ns',
          createdAt: ago(drawn.createdAgo),
          terminating: drawn.terminating,
          labels: {},
          annotations: drawn.target ? { 'appgear.io/rpo': drawn.target } : {},
          live: drawn.read
            ? {
                state: 'read',
                unreadable: drawn.unreadable,
                content: {
                  objects: drawn.objects,
                  volumes: NAMES.map((claim, i) => ({
                    claim,
                    ...(drawn.bound & (1 << i) && { volume: `pv-${claim}` }),
                  })),
                },
              }
            : { state: 'unread' },
          points: drawn.points.map(({ point, evidence: drawnEvidence }, p) => {
            const id = `${n}-${p}`;
            evidences.set(id, drawnEvidence);
            return { ...point, id, backup: id };
          }),
        }),
      ),
      evidenceOf: id => evidences.get(id)!,
    };
  });
