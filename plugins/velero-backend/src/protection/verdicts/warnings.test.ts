import {
  assess,
  DAY,
  holds,
  hoursAgo,
  iso,
  NOW,
  point,
  saved,
  SHOP_COMPLETE,
  SHOP_HELD,
} from '../__testUtils__/shop';

describe('the last good point', () => {
  const good = point({
    backup: 'good',
    takenAt: hoursAgo(20),
    expiresAt: NOW + 2 * DAY,
  });
  const poor = point({ backup: 'poor', takenAt: hoursAgo(1) });

  it('is warned of when it goes soon and what came after is not proven', () => {
    const { warnings } = assess(
      { points: [poor, good] },
      { good: SHOP_COMPLETE, poor: holds(SHOP_HELD) },
    );
    expect(warnings).toMatchObject([
      {
        code: 'lastGoodExpires',
        point: { backup: 'good' },
        expiresAt: iso(NOW + 2 * DAY),
        cluster: 'prod',
        namespace: 'ws-shop',
      },
    ]);
  });

  it('is warned of when nothing came after it though it is due', () => {
    const late = { ...good, takenAt: hoursAgo(48) };
    expect(assess({ points: [late] }).warnings).toMatchObject([
      { code: 'lastGoodExpires' },
    ]);
  });

  it('is not when it is new, lasts, or another one outlives it', () => {
    expect(assess({ points: [good] }).warnings).toEqual([]);
    const lasting = {
      ...good,
      takenAt: hoursAgo(48),
      expiresAt: NOW + 9 * DAY,
    };
    expect(assess({ points: [lasting] }).warnings).toEqual([]);
    const older = point({
      backup: 'monthly',
      takenAt: hoursAgo(100),
      expiresAt: NOW + 90 * DAY,
    });
    expect(assess({ points: [good, older] }).warnings).toEqual([]);
  });
});

describe('a point that holds much less than the one before', () => {
  const many = (count: number) =>
    holds(
      {
        ...SHOP_HELD,
        'v1/ConfigMap': Array.from({ length: count }, (_, i) => `c${i}`),
      },
      { volumes: [saved('data')] },
    );
  const points = [
    point({ backup: 'new', takenAt: hoursAgo(1) }),
    point({ backup: 'old', takenAt: hoursAgo(25) }),
  ];

  it('is warned of, with what is gone', () => {
    const { warnings } = assess({ points }, { old: many(20), new: many(2) });
    expect(warnings).toMatchObject([
      {
        code: 'holdsLess',
        held: 5,
        heldBefore: 23,
        point: { backup: 'new' },
        before: { backup: 'old' },
        missing: [{ group: '', kind: 'ConfigMap', count: 18 }],
      },
    ]);
  });

  it('is not when it shrank a little, or was small before', () => {
    expect(
      assess({ points }, { old: many(20), new: many(15) }).warnings,
    ).toEqual([]);
    expect(
      assess({ points }, { old: many(1), new: holds({}) }).warnings,
    ).toEqual([]);
  });

  it('is not compared with what another schedule makes', () => {
    const other = [points[0], { ...points[1], schedule: 'full' }];
    expect(
      assess({ points: other }, { old: many(20), new: many(2) }).warnings,
    ).toEqual([]);
  });
});
