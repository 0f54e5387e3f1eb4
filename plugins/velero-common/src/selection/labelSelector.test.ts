import fc from 'fast-check';
import { LabelSelector } from '../velero';
import {
  formatLabelSelector,
  labelSelectorProblems,
  matchesLabelSelector,
  parseLabelSelector,
} from './labelSelector';

describe('matchesLabelSelector', () => {
  const labels = { app: 'web', tier: 'front' };

  it.each<[string, boolean]>([
    ['app=web', true],
    ['app==web', true],
    ['app=db', false],
    ['app!=db', true],
    ['missing!=db', true],
    ['app in (db, web)', true],
    ['app notin (web)', false],
    ['missing notin (web)', true],
    ['missing in (web)', false],
    ['tier', true],
    ['!tier', false],
    ['!missing', true],
    ['app=web,!missing', true],
    ['app=web,missing', false],
    ['', true],
  ])('%s on app=web, tier=front: %s', (text, expected) => {
    expect(matchesLabelSelector(parseLabelSelector(text), labels)).toBe(
      expected,
    );
  });

  it('is not fooled by names that every object inherits', () => {
    expect(
      matchesLabelSelector(parseLabelSelector('constructor'), labels),
    ).toBe(false);
  });

  it('matches nothing by an operator that does not exist', () => {
    const selector = {
      matchExpressions: [{ key: 'app', operator: 'Like', values: ['web'] }],
    };
    expect(matchesLabelSelector(selector, labels)).toBe(false);
  });
});

describe('formatLabelSelector', () => {
  it('sorts by key and writes what kubectl writes', () => {
    const selector: LabelSelector = {
      matchLabels: { tier: 'front', app: 'web' },
      matchExpressions: [
        { key: 'size', operator: 'In', values: ['m', 'l'] },
        { key: 'old', operator: 'DoesNotExist' },
        { key: 'zone', operator: 'Exists' },
        { key: 'env', operator: 'NotIn', values: ['dev'] },
      ],
    };
    expect(formatLabelSelector(selector)).toBe(
      'app=web,env notin (dev),!old,size in (l,m),tier=front,zone',
    );
  });

  const name = fc.stringMatching(/^[a-z][a-z0-9./-]{0,8}[a-z0-9]$/);
  const selectors = fc.record({
    matchLabels: fc.dictionary(name, name),
    matchExpressions: fc.array(
      fc.oneof(
        fc.record({
          key: name,
          operator: fc.constantFrom('In', 'NotIn'),
          values: fc.array(name, { minLength: 1 }),
        }),
        fc.record({
          key: name,
          operator: fc.constantFrom('Exists', 'DoesNotExist'),
        }),
      ),
    ),
  });

  it('is read back as a selector of the same meaning', () => {
    fc.assert(
      fc.property(selectors, fc.dictionary(name, name), (selector, labels) => {
        const again = parseLabelSelector(formatLabelSelector(selector));
        expect(matchesLabelSelector(again, labels)).toBe(
          matchesLabelSelector(selector, labels),
        );
        expect(formatLabelSelector(again)).toBe(formatLabelSelector(selector));
      }),
    );
  });
});

describe('parseLabelSelector', () => {
  it.each(['a=b c', 'a in b', '=b', 'a=b,,c', 'a in (b', '!'])(
    'refuses %s and says where',
    text => {
      expect(() => parseLabelSelector(text)).toThrow(
        /Not a label selector, from "/,
      );
    },
  );
});

describe('labelSelectorProblems', () => {
  it('names operators and values that the API server refuses', () => {
    expect(
      labelSelectorProblems({
        matchExpressions: [
          { key: 'a', operator: 'In' },
          { key: 'b', operator: 'Exists', values: ['x'] },
          { key: 'c', operator: 'Like' },
          { key: 'd', operator: 'NotIn', values: ['x'] },
        ],
      }),
    ).toEqual([
      'In on "a" needs a value',
      'Exists on "b" takes no value',
      '"Like" on "c" is not an operator',
    ]);
  });
});
