import { EMPTY_DRAFT, validate } from './draft';
import { furthestStep, isOpen, parseStep, problemsIn } from './steps';

const good = {
  ...EMPTY_DRAFT,
  source: 'prod-sp',
  backup: 'daily-1',
  includedNamespaces: ['ws-a'],
};
const reach = (part: object, hasSeen = false) =>
  furthestStep(validate({ ...good, ...part }, 0), hasSeen);

describe('the steps', () => {
  it('open one after the other', () => {
    expect(furthestStep(validate(EMPTY_DRAFT, 0), false)).toBe('source');
    expect(reach({ place: 'elsewhere' })).toBe('target');
    expect(reach({ itemOperationTimeout: 'soon' })).toBe('options');
    expect(reach({})).toBe('preview');
    expect(reach({}, true)).toBe('review');
  });

  it('open backwards at any time', () => {
    expect(isOpen('source', 'review')).toBe(true);
    expect(isOpen('review', 'preview')).toBe(false);
  });

  it('each have their own fields to mend', () => {
    const problems = validate({ ...good, selectors: '(', reason: '' }, 0);
    expect(problemsIn('options', problems)).toHaveLength(1);
    expect(problemsIn('review', problems)).toHaveLength(1);
    expect(problemsIn('target', problems)).toEqual([]);
  });

  it('are named in the address', () => {
    expect(parseStep('preview')).toBe('preview');
    expect(parseStep('nowhere')).toBe('source');
    expect(parseStep(null)).toBe('source');
  });
});
