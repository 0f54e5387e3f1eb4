import { Scenario, workspace } from '../Scenario';
import {
  configMap,
  cronJob,
  deployment,
  ENABLED,
  endpointSlice,
  job,
  lease,
  networkPolicy,
  pod,
  role,
  secret,
  SHOP,
} from '../things';

const nightly = cronJob('nightly');
const scratch = configMap('scratch');

/** Which objects a backup holds, and which of those count that it does not. */
export const CONTENTS: readonly Scenario[] = [
  workspace(
    'whole',
    'all of it is backed up',
    { things: SHOP, backups: ['whole'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'access',
    'roles and network policies are backed up with the rest',
    {
      things: [role('reader'), networkPolicy('closed'), configMap('a')],
      backups: ['whole'],
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'selected-in-part',
    'a selector asks for labels that only some objects carry',
    {
      things: [configMap('a', ENABLED), configMap('b'), secret('c')],
      backups: ['selected'],
    },
    {
      verdict: 'partial',
      reasons: ['objectsMissing', 'enabledButNotProtected'],
      missing: ['ConfigMap', 'Secret'],
    },
  ),
  workspace(
    'selected-in-vain',
    'a selector asks for labels that no object carries',
    { things: SHOP, backups: ['selected'] },
    {
      verdict: 'empty',
      reasons: ['pointEmpty', 'enabledButNotProtected'],
      missing: ['ConfigMap', 'Deployment', 'Secret', 'Service'],
    },
  ),
  workspace(
    'selected-whole',
    'a selector asks for labels that all objects carry',
    {
      things: [configMap('a', ENABLED), secret('b', ENABLED)],
      backups: ['selected'],
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'either-label',
    'two selectors are or-ed, and an object has neither label',
    {
      things: [
        configMap('a', ENABLED),
        configMap('b', { keep: 'me' }),
        secret('c', { keep: 'not' }),
      ],
      backups: ['eitherLabel'],
    },
    {
      verdict: 'partial',
      reasons: ['objectsMissing', 'enabledButNotProtected'],
      missing: ['Secret'],
    },
  ),
  workspace(
    'without-secrets',
    'Secrets are excluded',
    { things: SHOP, backups: ['withoutSecrets'] },
    {
      verdict: 'partial',
      reasons: ['objectsMissing', 'enabledButNotProtected'],
      missing: ['Secret'],
    },
  ),
  workspace(
    'no-secrets-there',
    'Secrets are excluded, and there are none',
    { things: [configMap('a')], backups: ['withoutSecrets'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'only-config-maps',
    'only ConfigMaps are included',
    { things: SHOP, backups: ['onlyConfigMaps'] },
    {
      verdict: 'partial',
      reasons: ['objectsMissing', 'enabledButNotProtected'],
      missing: ['Deployment', 'Secret', 'Service'],
    },
  ),
  workspace(
    'what-needs-none',
    'a Lease and an EndpointSlice are left out: they need no backup',
    {
      things: [configMap('a'), lease('lock'), endpointSlice('web-1')],
      backups: ['onlyConfigMaps'],
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'controlled-pods',
    'Pods are excluded, and a Deployment makes them again',
    { things: SHOP, backups: ['withoutPods'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'bare-pod',
    'Pods are excluded, and one has no controller',
    {
      things: [...deployment('web'), pod('by-hand')],
      backups: ['withoutPods'],
    },
    {
      verdict: 'partial',
      reasons: ['objectsMissing', 'enabledButNotProtected'],
      missing: ['Pod'],
    },
  ),
  workspace(
    'controlled-job',
    'Jobs are excluded, and a CronJob makes them again',
    { things: [nightly, job('nightly-1', nightly)], backups: ['withoutPods'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'own-job',
    'Jobs are excluded, and one has no CronJob',
    { things: [configMap('a'), job('migrate')], backups: ['withoutPods'] },
    {
      verdict: 'partial',
      reasons: ['objectsMissing', 'enabledButNotProtected'],
      missing: ['Job'],
    },
  ),
  workspace(
    'excluded-by-label',
    'somebody labelled an object to be left out',
    {
      things: [
        configMap('a'),
        configMap('b', { 'velero.io/exclude-from-backup': 'true' }),
      ],
      backups: ['whole'],
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'made-since',
    'an object was made after the backup',
    {
      things: [configMap('a')],
      backups: ['whole'],
      afterwards: { created: [configMap('b')] },
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'gone-since',
    'an object that the backup holds was deleted',
    {
      things: [configMap('a'), scratch],
      backups: ['whole'],
      afterwards: { deleted: [scratch] },
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'nothing-lives',
    'nothing lives there but what Kubernetes makes itself',
    { things: [], backups: ['whole'] },
    { verdict: 'empty', reasons: ['nothingLives'] },
  ),
  workspace(
    'glob-in',
    'a pattern takes the namespace in',
    { things: SHOP, backups: ['byPattern'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'glob-out',
    'a pattern takes the namespace in, and another field excludes it',
    { things: SHOP, backups: ['byPattern'] },
    { verdict: 'unprotected', reasons: ['noPoint', 'enabledButNotProtected'] },
  ),
];
