import { CORE } from '../../velero/module15';
import { Scenario, workspace } from '../Scenario';
import {
  claim,
  configMap,
  deployment,
  ENABLED,
  job,
  NODE_WITH_AGENT,
  pod,
  podWith,
  secret,
  SHOP,
} from '../things';

const GLOBAL = CORE.filter(name => name !== 'security');

/** The schedules of module 15, as they are written and as they should be. */
export const MODULE_15_SCENARIOS: readonly Scenario[] = [
  {
    id: 'global',
    situation: "core-infra-daily as written holds the platform's objects",
    places: GLOBAL.map(name => ({
      side: 'two',
      name,
      things: SHOP,
      backups: ['core'],
    })),
    verdict: 'protected',
    reasons: [],
  },
  workspace(
    'vault',
    'core-infra-daily as written saves no data of volumes',
    {
      side: 'two',
      name: 'security',
      things: [...deployment('vault'), ...claim('vault-data')],
      backups: ['core'],
    },
    {
      verdict: 'metadataOnly',
      reasons: ['pointEmpty', 'volumesNotSaved', 'enabledButNotProtected'],
      missing: ['Deployment'],
    },
  ),
  workspace(
    'vault-corrected',
    'core-infra-daily corrected has a node agent read the volumes',
    {
      side: 'two',
      things: [
        ...deployment('vault'),
        ...claim('vault-data'),
        podWith('vault-0', ['vault-data'], { node: NODE_WITH_AGENT }),
      ],
      backups: ['coreCorrected'],
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'daily-unlabelled',
    'workspaces-daily as written holds a labelled namespace, and none of its objects',
    { side: 'two', labels: ENABLED, things: SHOP, backups: ['workspaces'] },
    {
      verdict: 'empty',
      reasons: ['pointEmpty', 'enabledButNotProtected'],
      missing: ['ConfigMap', 'Deployment', 'Secret', 'Service'],
    },
  ),
  workspace(
    'daily-in-part',
    'workspaces-daily as written holds the objects with the label only',
    {
      side: 'two',
      things: [configMap('a', ENABLED), ...deployment('web'), secret('b')],
      backups: ['workspaces'],
    },
    {
      verdict: 'partial',
      reasons: ['objectsMissing', 'enabledButNotProtected'],
      missing: ['Deployment', 'Secret'],
    },
  ),
  workspace(
    'daily-whole',
    'workspaces-daily as written holds a workspace whose objects all have the label',
    {
      side: 'two',
      things: [configMap('a', ENABLED), secret('b', ENABLED)],
      backups: ['workspaces'],
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'daily-not-enabled',
    'workspaces-daily as written holds nothing of a namespace without the label',
    { side: 'two', things: SHOP, backups: ['workspaces'] },
    {
      enabled: false,
      verdict: 'empty',
      reasons: ['pointEmpty'],
      missing: ['ConfigMap', 'Deployment', 'Secret', 'Service'],
    },
  ),
  workspace(
    'daily-corrected',
    'workspaces-daily corrected names the namespace and has no selector',
    { side: 'two', things: SHOP, backups: ['workspacesCorrected'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'night',
    'workspaces-daily corrected finds the namespace by a pattern (Velero 1.18)',
    { side: 'two', things: SHOP, backups: ['workspacesByPattern'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'weekly',
    'cluster-full-weekly as written holds a workspace whose pods have controllers',
    { side: 'two', things: SHOP, backups: ['weekly'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'weekly-bare',
    'cluster-full-weekly as written leaves bare pods and jobs out',
    {
      side: 'two',
      things: [configMap('a'), pod('by-hand'), job('migrate')],
      backups: ['weekly'],
    },
    {
      verdict: 'partial',
      reasons: ['pointEmpty', 'objectsMissing', 'enabledButNotProtected'],
      missing: ['ConfigMap', 'Job', 'Pod'],
    },
  ),
  workspace(
    'weekly-volume',
    'cluster-full-weekly as written saves no data of volumes',
    {
      side: 'two',
      things: [configMap('a'), ...claim('data')],
      backups: ['weekly'],
    },
    {
      verdict: 'metadataOnly',
      reasons: ['pointEmpty', 'volumesNotSaved', 'enabledButNotProtected'],
      missing: ['ConfigMap'],
    },
  ),
  workspace(
    'weekly-temporary',
    'cluster-full-weekly as written excludes ws-tmp',
    { side: 'two', name: 'ws-tmp', things: SHOP, backups: ['weekly'] },
    {
      verdict: 'empty',
      reasons: ['pointEmpty', 'enabledButNotProtected'],
      missing: ['ConfigMap', 'Deployment', 'Secret', 'Service'],
    },
  ),
  workspace(
    'weekly-corrected',
    'cluster-full-weekly corrected holds bare pods and jobs, too',
    {
      side: 'two',
      things: [configMap('a'), pod('by-hand'), job('migrate')],
      backups: ['weeklyCorrected'],
    },
    { verdict: 'protected', reasons: [] },
  ),
];
