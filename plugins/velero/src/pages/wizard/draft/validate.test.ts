import { fileRestoreRequestSchema } from '@appgear/backstage-plugin-velero-common';
import { EMPTY_DRAFT, RestoreDraft, validate } from './index';

const NOW = Date.parse('2026-03-12T12:00:00Z');

const good: RestoreDraft = {
  ...EMPTY_DRAFT,
  source: 'prod-sp',
  backup: 'daily-1',
  includedNamespaces: ['ws-a'],
  reason: 'Checkout lost its orders at noon',
};

const problems = (part: Partial<RestoreDraft>) =>
  validate({ ...good, ...part }, NOW).map(
    ({ field, code, isMissing }) =>
      `${field}: ${code}${isMissing ? ', missing' : ''}`,
  );

describe('validate', () => {
  it('finds nothing wrong with what the backend takes', () => {
    expect(problems({})).toEqual([]);
  });

  it('asks for what is still to be chosen', () => {
    expect(validate(EMPTY_DRAFT, NOW).map(({ code }) => code)).toEqual([
      'target',
      'backup',
      'reason',
    ]);
    expect(validate(EMPTY_DRAFT, NOW).every(it => it.isMissing)).toBe(true);
  });

  it.each<[string, Partial<RestoreDraft>, string[]]>([
    [
      'no cluster for elsewhere',
      { place: 'elsewhere' },
      ['cluster: target, missing'],
    ],
    [
      'a namespace without its new name',
      { place: 'renamed' },
      ['namespaceMapping.ws-a: rename, missing'],
    ],
    [
      'a new name that is the old one',
      { place: 'renamed', renames: { 'ws-a': 'ws-a' } },
      ['namespaceMapping.ws-a: sameName'],
    ],
    [
      'what is no name of a namespace',
      { place: 'renamed', renames: { 'ws-a': 'Drill!' } },
      ['namespaceMapping.ws-a: namespaceName'],
    ],
    [
      'new names for whatever there is',
      { place: 'renamed', includedNamespaces: [] },
      ['namespaceMapping: oneByOne'],
    ],
    [
      'new names for a pattern',
      { place: 'renamed', includedNamespaces: ['ws-*'] },
      ['namespaceMapping: oneByOne'],
    ],
    [
      'a selector cut short',
      { selectors: 'app in (' },
      ['labelSelector: selector'],
    ],
    [
      'a duration that Go cannot read',
      { itemOperationTimeout: '4 hours' },
      ['itemOperationTimeout: duration'],
    ],
    [
      'what is no number',
      { parallelFilesDownload: 'many' },
      ['uploaderConfig.parallelFilesDownload: number'],
    ],
    [
      'hooks that are no list',
      { hooks: 'run this' },
      ['hooks.resources: hooks'],
    ],
    [
      'a name to bring and to leave out',
      { excludedNamespaces: ['ws-a'] },
      ['excludedNamespaces: inBoth'],
    ],
    [
      'a kind that Velero never restores',
      { includedResources: ['nodes'] },
      ['includedResources: neverRestored'],
    ],
    [
      'everything to be left out',
      { excludedResources: ['*'] },
      ['excludedResources: excludesAll'],
    ],
    [
      'everything, and names besides',
      { includedNamespaces: ['*', 'ws-a'] },
      ['includedNamespaces: allAndOthers'],
    ],
    ['a reason too short to help', { reason: 'oops' }, ['reason: reason']],
    [
      'a ticket that is no address',
      { ticketUrl: 'INC-1' },
      ['ticketUrl: link'],
    ],
    [
      'a time that has gone',
      { notBefore: '2026-03-12T11:00:00Z' },
      ['notBefore: past'],
    ],
  ])('finds %s', (_, part, expected) => {
    expect(problems(part)).toEqual(expected);
  });

  it('passes on what the backend would say', () => {
    const [{ detail }] = validate({ ...good, reason: 'oops' }, NOW);
    const answer = fileRestoreRequestSchema.shape.reason.safeParse('oops');
    expect(detail).toBe(answer.error?.issues[0].message);
  });

  it('says which field of the hooks is wrong', () => {
    const hooks = '- name: warm-up\n  postHooks:\n    - exec: { command: [] }';
    const [{ detail }] = validate({ ...good, hooks }, NOW);
    expect(detail).toMatch(/^resources\.0\.postHooks\.0\.exec\.command: /);
  });
});
