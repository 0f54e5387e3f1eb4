import {
  assess,
  DAY,
  holds,
  HOUR,
  hoursAgo,
  iso,
  live,
  NOW,
  point,
  saved,
  SHOP,
  SHOP_COMPLETE,
  SHOP_HELD,
} from '../__testUtils__/shop';

describe('protected', () => {
  it('needs evidence that holds everything, within the target, in an available storage', () => {
    expect(assess()).toMatchObject({
      verdict: 'protected',
      codes: [],
      rpo: {
        targetSeconds: 26 * 3600,
        targetSource: 'default',
        achievedSeconds: 2 * 3600,
      },
    });
  });

  it('is not taken back by a newer point that is not read yet', () => {
    const points = [
      point({ backup: 'new', takenAt: hoursAgo(1) }),
      point({ backup: 'old', takenAt: hoursAgo(20) }),
    ];
    const { verdict, rpo } = assess({ points }, { old: SHOP_COMPLETE });
    expect(verdict).toBe('protected');
    expect(rpo.achievedSeconds).toBe(20 * 3600);
  });

  it('does not ask for what needs no backup', () => {
    const controller = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      name: 'web-1',
      uid: 'u',
      controller: true,
    };
    const content = {
      ...SHOP,
      objects: [
        ...SHOP.objects,
        live('pod/web-1-x', { ownerReferences: [controller] }),
        live('configmap/kube-root-ca.crt'),
      ],
    };
    expect(
      assess({ live: { state: 'read', content, unreadable: [] } }).verdict,
    ).toBe('protected');
  });

  it('does not ask a point for what was made after it', () => {
    const content = {
      ...SHOP,
      objects: [
        ...SHOP.objects,
        live('secret/new', { createdAt: iso(hoursAgo(1)) }),
      ],
    };
    const { verdict, loss } = assess({
      live: { state: 'read', content, unreadable: [] },
    });
    expect(verdict).toBe('protected');
    expect(loss).toMatchObject({
      newer: 1,
      objects: [],
      sinceSeconds: 2 * 3600,
    });
  });

  it('holds a kind that was saved in another version', () => {
    const held = {
      ...SHOP_HELD,
      'apps/v1beta2/Deployment': ['web'],
      'apps/v1/Deployment': [],
    };
    expect(assess({}, holds(held, { volumes: [saved('data')] })).verdict).toBe(
      'protected',
    );
  });

  it('says that an origin is inferred', () => {
    const points = [point({ origin: { cluster: 'prod', basis: 'schedule' } })];
    expect(assess({ points })).toMatchObject({
      verdict: 'protected',
      codes: ['originInferred'],
    });
  });

  it('lets go what its owner leaves out, and says so', () => {
    const content = {
      ...SHOP,
      objects: [
        ...SHOP.objects,
        live('configmap/cache', {
          labels: { 'velero.io/exclude-from-backup': 'true' },
        }),
      ],
    };
    const { verdict, loss } = assess({
      live: { state: 'read', content, unreadable: [] },
    });
    expect(verdict).toBe('protected');
    expect(loss.excluded).toEqual([
      { group: '', kind: 'ConfigMap', count: 1, names: ['cache'] },
    ]);
  });
});

describe('stale', () => {
  it('is a proven point beyond the target', () => {
    const { verdict, reasons, rpo } = assess({
      points: [point({ backup: 'old', takenAt: hoursAgo(48) })],
    });
    expect(verdict).toBe('stale');
    expect(reasons[0]).toMatchObject({
      code: 'tooOld',
      ageSeconds: 48 * 3600,
      targetSeconds: 26 * 3600,
      point: { backup: 'old', cluster: 'prod' },
    });
    expect(rpo.achievedSeconds).toBe(48 * 3600);
  });

  it('names what the newer point lacks', () => {
    const points = [
      point({ backup: 'new' }),
      point({ backup: 'old', takenAt: hoursAgo(48) }),
    ];
    const { verdict, codes } = assess(
      { points },
      { new: holds({ 'v1/Secret': ['token'] }), old: SHOP_COMPLETE },
    );
    expect(verdict).toBe('stale');
    expect(codes).toEqual([
      'objectsMissing',
      'volumesNotSaved',
      'tooOld',
      'enabledButNotProtected',
    ]);
  });

  it('sends to the schedule when newer tries failed', () => {
    const points = [
      point({ phase: 'Failed' }),
      point({ backup: 'old', takenAt: hoursAgo(48) }),
    ];
    expect(assess({ points }, { old: SHOP_COMPLETE }).reasons[0]).toMatchObject(
      { code: 'tooOld', next: 'fixSchedule' },
    );
  });

  it('is measured against what the namespace asks for', () => {
    expect(assess({ annotations: { 'appgear.io/rpo': '1h' } }).verdict).toBe(
      'stale',
    );
    expect(assess({ annotations: { 'appgear.io/rpo': 'soon' } })).toMatchObject(
      { verdict: 'protected', codes: ['targetUnreadable'] },
    );
  });
});

describe('unprotected', () => {
  it('is without any point', () => {
    const { verdict, reasons, loss } = assess({ points: [] });
    expect(verdict).toBe('unprotected');
    expect(reasons[0]).toMatchObject({
      code: 'noPoint',
      next: 'addToSchedule',
    });
    expect(loss.objects.map(({ kind }) => kind)).toEqual([
      'Secret',
      'Deployment',
    ]);
    expect(loss).toMatchObject({
      complete: true,
      volumes: [{ claim: 'data' }],
    });
  });

  it.each([
    'Failed',
    'FailedValidation',
    'InProgress',
    'Deleting',
    'Pondering',
  ])('is with a backup that is %s, and names it', phase => {
    const { verdict, reasons } = assess({
      points: [point({ phase, backup: 'try' })],
    });
    expect(verdict).toBe('unprotected');
    expect(reasons[0]).toMatchObject({
      code: 'noPoint',
      failed: { backup: 'try', phase },
    });
  });

  it('is with points that have expired or are being deleted', () => {
    expect(assess({ points: [point({ expiresAt: NOW - 1 })] }).verdict).toBe(
      'unprotected',
    );
    expect(
      assess({
        points: [point({ seenFrom: [{ cluster: 'prod', deleting: true }] })],
      }).verdict,
    ).toBe('unprotected');
  });

  it('is with a point that claims to be of tomorrow', () => {
    const points = [point({ takenAt: NOW + DAY })];
    expect(assess({ points }).verdict).toBe('unprotected');
  });

  it('is with points of an earlier namespace of the same name, and says so', () => {
    const { verdict, reasons } = assess({ createdAt: hoursAgo(1) });
    expect(verdict).toBe('unprotected');
    expect(reasons[0]).toMatchObject({
      code: 'recreated',
      createdAt: iso(hoursAgo(1)),
      next: 'backUpNow',
    });
  });

  it('is when it is newer than all points, whose scope took it in but not its objects', () => {
    const { verdict, reasons } = assess(
      { createdAt: hoursAgo(1) },
      { state: 'read', volumesRecorded: true, contentsOf: () => undefined },
    );
    expect(verdict).toBe('unprotected');
    expect(reasons[0]).toMatchObject({ code: 'noPoint', next: 'backUpNow' });
    expect(reasons[0]).not.toHaveProperty('failed');
  });

  it('is not the fault of a backup that failed before it was made', () => {
    const { reasons } = assess({
      createdAt: hoursAgo(1),
      points: [point({ phase: 'Failed', takenAt: hoursAgo(2) })],
    });
    expect(reasons[0]).toMatchObject({
      code: 'noPoint',
      next: 'addToSchedule',
    });
    expect(reasons[0]).not.toHaveProperty('failed');
  });

  it('is with points of another cluster', () => {
    const points = [point({ origin: { cluster: 'staging', basis: 'made' } })];
    expect(assess({ points }).verdict).toBe('unprotected');
  });
});

describe('unknown', () => {
  it('is while the only point is not read', () => {
    expect(assess({}, { state: 'waiting' })).toMatchObject({
      verdict: 'unknown',
      codes: ['evidenceWaiting'],
    });
  });

  it('names why a point cannot be read, and what follows', () => {
    const nextAttemptAt = NOW + HOUR;
    const { verdict, reasons } = assess(
      {},
      { state: 'unknown', failure: 'missing', nextAttemptAt },
    );
    expect(verdict).toBe('unknown');
    expect(reasons[0]).toMatchObject({
      code: 'evidenceUnknown',
      failure: 'missing',
      nextAttemptAt: iso(nextAttemptAt),
      next: 'checkStorage',
    });
  });

  it('is when the storage is not available, whatever lies there', () => {
    const points = [
      point({
        availability: { state: 'unavailable', message: 'bucket not found' },
      }),
    ];
    const { verdict, reasons } = assess({ points });
    expect(verdict).toBe('unknown');
    expect(reasons[0]).toMatchObject({
      code: 'storageUnavailable',
      storage: 'dr/prod',
      message: 'bucket not found',
    });
    expect(
      assess({ points: [point({ availability: { state: 'unknown' } })] })
        .verdict,
    ).toBe('unknown');
  });

  it('is when it is not known what lives there', () => {
    const { verdict, codes, loss } = assess({ live: { state: 'unread' } });
    expect(verdict).toBe('unknown');
    expect(codes).toEqual(['inventoryUnread']);
    expect(loss.complete).toBe(false);
  });

  it('is when a kind cannot be listed: it may be missing', () => {
    const { verdict, reasons } = assess({
      live: { state: 'read', content: SHOP, unreadable: ['secrets'] },
    });
    expect(verdict).toBe('unknown');
    expect(reasons[0]).toMatchObject({
      code: 'kindsUnreadable',
      kinds: ['secrets'],
      next: 'grantRead',
    });
  });

  it('is not when only a kind that tells of others cannot be listed', () => {
    const unreadable = ['priorityclasses.scheduling.k8s.io'];
    expect(
      assess({ live: { state: 'read', content: SHOP, unreadable } }).verdict,
    ).toBe('protected');
  });

  it('is when it cannot be told of which cluster the points are', () => {
    const points = [point({ origin: { basis: 'unknown' } })];
    expect(assess({ points })).toMatchObject({
      verdict: 'unknown',
      codes: ['originUnknown'],
    });
  });

  it('is not when what is known is bad already and nothing unread could mend it', () => {
    const points = [
      point({ backup: 'new' }),
      point({ backup: 'old', takenAt: hoursAgo(24 * 20) }),
    ];
    expect(assess({ points }, { new: holds({}) }).verdict).toBe('empty');
  });
});

describe('where nothing lives', () => {
  const nothing = {
    state: 'read' as const,
    content: { objects: [live('configmap/kube-root-ca.crt')], volumes: [] },
    unreadable: [],
  };

  it('nothing can be lost, and nobody is alarmed', () => {
    expect(assess({ live: nothing, points: [] })).toMatchObject({
      verdict: 'empty',
      codes: ['nothingLives'],
    });
  });

  it('is what is being deleted', () => {
    expect(assess({ terminating: true })).toMatchObject({
      verdict: 'unknown',
      codes: ['noNamespaces'],
      namespaces: [],
    });
  });
});
