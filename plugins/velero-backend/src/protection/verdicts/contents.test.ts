import {
  assess,
  bound,
  holds,
  hoursAgo,
  iso,
  live,
  point,
  saved,
  SHOP,
  SHOP_HELD,
} from '../__testUtils__/shop';

describe('volumes', () => {
  const verdictOf = (entry: Parameters<typeof saved>[1], policy = {}) =>
    assess({}, holds(SHOP_HELD, { volumes: [saved('data', entry)] }), policy);

  it('in snapshots beside the volume are local only', () => {
    const { verdict, reasons, loss } = verdictOf({ moved: false });
    expect(verdict).toBe('localOnly');
    expect(reasons[0]).toMatchObject({
      code: 'volumesLocal',
      volumes: [
        {
          claim: 'data',
          outcome: 'local',
          method: 'CSISnapshot',
          driver: 'rbd.csi.ceph.com',
        },
      ],
      next: 'makeSnapshotsPortable',
    });
    expect(loss.volumes).toHaveLength(1);
  });

  it('in snapshots that outlive the cluster are safe, when the configuration says so', () => {
    const durableSnapshots = ['rbd.csi.ceph.com', 'native'];
    expect(verdictOf({ moved: false }, { durableSnapshots }).verdict).toBe(
      'protected',
    );
    expect(
      verdictOf(
        { moved: false, method: 'NativeSnapshot' },
        { durableSnapshots },
      ).verdict,
    ).toBe('protected');
    expect(
      verdictOf({ moved: false, driver: 'other' }, { durableSnapshots })
        .verdict,
    ).toBe('localOnly');
  });

  it('copied from pods are in the storage', () => {
    expect(verdictOf({ method: 'PodVolumeBackup', moved: false }).verdict).toBe(
      'protected',
    );
  });

  it.each([
    ['failed', { result: 'failed' as const }],
    [
      'skipped',
      { skipped: true, method: undefined, skippedReason: 'no snapshot class' },
    ],
    ['notSaved', { method: undefined }],
  ])('that are %s leave metadata only', (outcome, entry) => {
    const { verdict, reasons } = verdictOf(entry);
    expect(verdict).toBe('metadataOnly');
    expect(reasons[0]).toMatchObject({
      code: 'volumesNotSaved',
      volumes: [{ claim: 'data', outcome }],
      next: 'saveVolumes',
    });
  });

  it('without an entry leave metadata only: the trap of snapshots that nobody takes', () => {
    expect(assess({}, holds(SHOP_HELD)).verdict).toBe('metadataOnly');
  });

  it('of which some are saved leave a part', () => {
    const content = {
      objects: [...SHOP.objects, live('claim/logs')],
      volumes: [bound('data'), bound('logs')],
    };
    const held = { ...SHOP_HELD, 'v1/PersistentVolumeClaim': ['data', 'logs'] };
    const { verdict } = assess(
      { live: { state: 'read', content, unreadable: [] } },
      holds(held, { volumes: [saved('data')] }),
    );
    expect(verdict).toBe('partial');
  });

  it('whose saving an old Velero does not judge are believed only of a flawless backup', () => {
    const silent = holds(SHOP_HELD, {
      volumes: [saved('data', { result: undefined })],
    });
    expect(assess({}, silent).verdict).toBe('protected');
    expect(
      assess(
        { points: [point({ phase: 'PartiallyFailed', errors: 1 })] },
        silent,
      ).verdict,
    ).toBe('metadataOnly');
  });

  it('of which the backup says nothing are unknown', () => {
    const { verdict, codes } = assess(
      {},
      holds(SHOP_HELD, { volumesRecorded: false }),
    );
    expect(verdict).toBe('unknown');
    expect(codes).toContain('volumesUnrecorded');
  });

  it('of a claim that is not bound need no data', () => {
    const content = { ...SHOP, volumes: [{ claim: 'data' }] };
    expect(
      assess(
        { live: { state: 'read', content, unreadable: [] } },
        holds(SHOP_HELD),
      ).verdict,
    ).toBe('protected');
  });
});

describe('objects', () => {
  it('that are missing leave a part, named by kind', () => {
    const held = { ...SHOP_HELD, 'v1/Secret': [] };
    const { verdict, reasons, loss } = assess(
      {},
      holds(held, { volumes: [saved('data')] }),
    );
    expect(verdict).toBe('partial');
    expect(reasons[0]).toMatchObject({
      code: 'objectsMissing',
      cluster: 'prod',
      namespace: 'ws-shop',
      missing: [{ group: '', kind: 'Secret', count: 1, names: ['token'] }],
      next: 'fixSelection',
    });
    expect(loss.objects).toEqual([
      { group: '', kind: 'Secret', count: 1, names: ['token'] },
    ]);
  });

  it('none of which is held make an empty shell, the trap of workspaces-daily', () => {
    const { verdict, reasons, loss } = assess({}, holds({}));
    expect(verdict).toBe('empty');
    expect(reasons[0]).toMatchObject({
      code: 'pointEmpty',
      missing: [{ kind: 'Secret' }, { kind: 'Deployment' }],
    });
    expect(loss.complete).toBe(true);
    expect(loss.volumes).toEqual([
      {
        claim: 'data',
        outcome: 'notHeld',
        driver: 'rbd.csi.ceph.com',
        bytes: 1024,
      },
    ]);
  });

  it('with errors leave a part even when the names are there', () => {
    const errors = { count: 1, first: ['error executing hook'] };
    const { verdict, reasons } = assess(
      {},
      holds(SHOP_HELD, { volumes: [saved('data')], errors }),
    );
    expect(verdict).toBe('partial');
    expect(reasons[0]).toMatchObject({
      code: 'pointErrors',
      errors: 1,
      first: ['error executing hook'],
    });
  });

  it('that all are younger than the point are not proven by it', () => {
    const young = { createdAt: iso(hoursAgo(1)) };
    const content = { objects: [live('deployment/web', young)], volumes: [] };
    expect(
      assess({ live: { state: 'read', content, unreadable: [] } }, holds({}))
        .verdict,
    ).toBe('empty');
  });
});
