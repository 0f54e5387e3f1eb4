import { Scenario, workspace } from '../Scenario';
import { configMap, secret, SHOP } from '../things';

const SHORT_TARGET = { 'appgear.io/rpo': '1m' };

/** What became of backups, and how old they are. */
export const TIME: readonly Scenario[] = [
  workspace(
    'never',
    'no backup takes it in',
    { things: SHOP, backups: [] },
    { verdict: 'unprotected', reasons: ['noPoint', 'enabledButNotProtected'] },
  ),
  workspace(
    'never-asked-for',
    'no backup takes it in, and nobody asks for one',
    { things: SHOP, backups: [] },
    { enabled: false, verdict: 'unprotected', reasons: ['noPoint'] },
  ),
  workspace(
    'not-asked-for',
    'it is backed up though nobody asks for it',
    { things: SHOP, backups: ['whole'] },
    {
      enabled: false,
      verdict: 'protected',
      reasons: ['protectedButNotEnabled'],
    },
  ),
  workspace(
    'refused',
    'Velero refused the only backup',
    { things: SHOP, backups: ['toNowhere'] },
    { verdict: 'unprotected', reasons: ['noPoint', 'enabledButNotProtected'] },
  ),
  workspace(
    'expired',
    'the only backup has expired',
    { things: SHOP, backups: ['expires'] },
    { verdict: 'unprotected', reasons: ['noPoint', 'enabledButNotProtected'] },
  ),
  workspace(
    'deleted',
    'the only backup was deleted',
    { things: SHOP, backups: ['deleted'] },
    { verdict: 'unprotected', reasons: ['noPoint', 'enabledButNotProtected'] },
  ),
  workspace(
    'too-old',
    'the newest backup is older than the namespace asks for',
    { annotations: SHORT_TARGET, things: SHOP, backups: ['whole'] },
    { verdict: 'stale', reasons: ['tooOld', 'enabledButNotProtected'] },
  ),
  workspace(
    'too-old-for-tier',
    'the newest backup is older than the tier asks for',
    {
      labels: { 'appgear.io/tier': 'gold' },
      things: SHOP,
      backups: ['whole'],
    },
    { verdict: 'stale', reasons: ['tooOld', 'enabledButNotProtected'] },
  ),
  workspace(
    'target-unreadable',
    'the namespace asks for a target that cannot be read',
    {
      annotations: { 'appgear.io/rpo': 'often' },
      things: SHOP,
      backups: ['whole'],
    },
    { verdict: 'protected', reasons: ['targetUnreadable'] },
  ),
  workspace(
    'older-is-better',
    'the newest backup leaves Secrets out, an older one does not',
    { things: SHOP, backups: ['whole', 'withoutSecrets'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'older-is-too-old',
    'the newest backup leaves Secrets out, an older one is too old',
    {
      annotations: SHORT_TARGET,
      things: SHOP,
      backups: ['whole', 'withoutSecrets'],
    },
    {
      verdict: 'stale',
      reasons: ['objectsMissing', 'tooOld', 'enabledButNotProtected'],
      missing: ['Secret'],
    },
  ),
  workspace(
    'mended',
    'the newest backup holds what an older one left out',
    { things: SHOP, backups: ['withoutSecrets', 'wholeAgain'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'remade',
    'the namespace was deleted, and made again with other things',
    {
      things: [configMap('a')],
      backups: ['whole'],
      afterwards: { remade: [configMap('a'), secret('b')] },
    },
    {
      verdict: 'unprotected',
      reasons: ['recreated', 'enabledButNotProtected'],
    },
  ),
];
