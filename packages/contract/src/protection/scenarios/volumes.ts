import { Scenario, workspace } from '../Scenario';
import {
  claim,
  configMap,
  NODE_WITH_AGENT,
  NODE_WITHOUT_AGENT,
  podWith,
  unboundClaim,
} from '../things';

/** Whether the data of volumes outlives the cluster. */
export const VOLUMES: readonly Scenario[] = [
  workspace(
    'volume-not-saved',
    'a claim is backed up, and nothing saves its data',
    { things: [configMap('a'), ...claim('data')], backups: ['whole'] },
    {
      verdict: 'metadataOnly',
      reasons: ['volumesNotSaved', 'enabledButNotProtected'],
    },
  ),
  workspace(
    'volume-snapshots-off',
    'a backup is told to take no snapshots',
    { things: claim('data'), backups: ['withoutSnapshots'] },
    {
      verdict: 'metadataOnly',
      reasons: ['volumesNotSaved', 'enabledButNotProtected'],
    },
  ),
  workspace(
    'volume-by-agent',
    'a node agent reads all volumes of a running pod',
    {
      things: [
        ...claim('data'),
        podWith('db', ['data'], { node: NODE_WITH_AGENT }),
      ],
      backups: ['byFileSystem'],
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'volume-by-annotation',
    'a pod names one of its two volumes to be read',
    {
      things: [
        ...claim('data'),
        ...claim('cache'),
        podWith('db', ['data', 'cache'], {
          node: NODE_WITH_AGENT,
          saved: ['data'],
        }),
      ],
      backups: ['whole'],
    },
    {
      verdict: 'partial',
      reasons: ['volumesNotSaved', 'enabledButNotProtected'],
    },
  ),
  workspace(
    'volume-pod-stopped',
    'the pod whose volume is to be read does not run',
    {
      things: [
        ...claim('data'),
        podWith('db', ['data'], { node: NODE_WITH_AGENT, phase: 'Failed' }),
      ],
      backups: ['byFileSystem'],
    },
    {
      verdict: 'metadataOnly',
      reasons: ['volumesNotSaved', 'enabledButNotProtected'],
    },
  ),
  workspace(
    'volume-without-agent',
    'the pod runs on a node without a node agent',
    {
      things: [
        ...claim('data'),
        podWith('db', ['data'], { node: NODE_WITHOUT_AGENT, saved: ['data'] }),
      ],
      backups: ['onNodeWithoutAgent'],
    },
    {
      verdict: 'metadataOnly',
      reasons: ['volumesNotSaved', 'pointErrors', 'enabledButNotProtected'],
    },
  ),
  workspace(
    'pod-without-agent',
    'Velero could not save a pod, and lists it all the same',
    {
      things: [
        configMap('a'),
        podWith('lone', [], {
          node: NODE_WITHOUT_AGENT,
          saved: ['scratch'],
          scratch: true,
        }),
      ],
      backups: ['onNodeWithoutAgent'],
    },
    {
      verdict: 'partial',
      reasons: ['pointErrors', 'enabledButNotProtected'],
    },
  ),
  workspace(
    'claim-unbound',
    'a claim waits for its volume: there is no data yet',
    {
      things: [configMap('a'), unboundClaim('data')],
      backups: ['whole'],
    },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'claims-excluded',
    'claims are excluded',
    { things: [configMap('a'), ...claim('data')], backups: ['withoutClaims'] },
    {
      verdict: 'metadataOnly',
      reasons: ['volumesNotSaved', 'enabledButNotProtected'],
    },
  ),
  workspace(
    'volume-local',
    'a CSI snapshot was left beside the volume (the file is made up)',
    { things: claim('data'), backups: ['volumesAsCsi'] },
    {
      verdict: 'localOnly',
      reasons: ['volumesLocal', 'enabledButNotProtected'],
    },
  ),
  workspace(
    'volume-moved',
    "a CSI snapshot's data was moved (the file is made up)",
    { things: claim('data'), backups: ['volumesAsMoved'] },
    { verdict: 'protected', reasons: [] },
  ),
];
