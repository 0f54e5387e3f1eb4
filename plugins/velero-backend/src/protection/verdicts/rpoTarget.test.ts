import { DEFAULT_POLICY } from '../policy';
import { parseDuration } from './parseDuration';
import { rpoTarget } from './rpoTarget';

const HOUR = 3_600_000;
const policy = { ...DEFAULT_POLICY.rpo, tiers: { gold: 4 * HOUR, core: HOUR } };

describe('rpoTarget', () => {
  const target = (
    annotations: Record<string, string>,
    labels: Record<string, string> = {},
  ) => rpoTarget([{ annotations, labels }], policy);

  it('is what the namespace asks for, else its tier, else the default', () => {
    expect(
      target({ 'appgear.io/rpo': '2h' }, { 'appgear.io/tier': 'gold' }),
    ).toEqual({
      target: 2 * HOUR,
      source: 'annotation',
      unreadable: undefined,
    });
    expect(target({}, { 'appgear.io/tier': 'gold' })).toMatchObject({
      target: 4 * HOUR,
      source: 'tier',
    });
    expect(target({ 'appgear.io/tier': 'core' })).toMatchObject({
      target: HOUR,
      source: 'tier',
    });
    expect(target({}, { 'appgear.io/tier': 'tin' })).toMatchObject({
      target: 26 * HOUR,
      source: 'default',
    });
  });

  it('names what it cannot read, and goes on without', () => {
    expect(
      target({ 'appgear.io/rpo': 'daily' }, { 'appgear.io/tier': 'gold' }),
    ).toEqual({
      target: 4 * HOUR,
      source: 'tier',
      unreadable: 'daily',
    });
  });

  it('does not take a tier for one that every object inherits', () => {
    expect(target({}, { 'appgear.io/tier': 'constructor' })).toMatchObject({
      source: 'default',
    });
  });
});

describe('parseDuration', () => {
  it.each([
    ['4h', 4 * HOUR],
    ['1d12h', 36 * HOUR],
    [' 90m ', 1.5 * HOUR],
    ['1w', 168 * HOUR],
    ['PT4H', 4 * HOUR],
    ['P1DT30M', 24.5 * HOUR],
  ])('%s', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it.each(['', '0h', 'P', 'PT', '4', '-4h', '4 h', 'forever'])(
    'refuses "%s"',
    text => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});
