import { Scenario, workspace } from '../Scenario';
import { claim, configMap, SHOP } from '../things';

/** What can be read of a backup, and whether it can be reached. */
export const EVIDENCE: readonly Scenario[] = [
  workspace(
    'list-removed',
    "the backup's list of objects is gone from the bucket",
    { things: SHOP, backups: ['listRemoved'] },
    { verdict: 'unknown', reasons: ['evidenceUnknown'] },
  ),
  workspace(
    'list-truncated',
    "the backup's list of objects ends in the middle",
    { things: SHOP, backups: ['listTruncated'] },
    { verdict: 'unknown', reasons: ['evidenceUnknown'] },
  ),
  workspace(
    'list-in-plain-text',
    "the backup's list of objects is not packed",
    { things: SHOP, backups: ['listInPlainText'] },
    { verdict: 'unknown', reasons: ['evidenceUnknown'] },
  ),
  workspace(
    'list-of-nonsense',
    "the backup's list of objects is something else",
    { things: SHOP, backups: ['listOfNonsense'] },
    { verdict: 'unknown', reasons: ['evidenceUnknown'] },
  ),
  workspace(
    'list-too-large',
    "the backup's list of objects is larger than what is read",
    { things: SHOP, backups: ['listTooLarge'] },
    { verdict: 'unknown', reasons: ['evidenceUnknown'] },
  ),
  workspace(
    'results-removed',
    'errors and warnings of the backup are gone from the bucket',
    { things: SHOP, backups: ['resultsRemoved'] },
    { verdict: 'unknown', reasons: ['evidenceUnknown'] },
  ),
  workspace(
    'volumes-removed',
    'the backup does not say how it saved volumes, and there is one',
    { things: [configMap('a'), ...claim('data')], backups: ['volumesRemoved'] },
    { verdict: 'unknown', reasons: ['volumesUnrecorded'] },
  ),
  workspace(
    'no-volumes-there',
    'the backup does not say how it saved volumes, and there are none',
    { things: SHOP, backups: ['volumesRemoved'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'files-removed',
    'all files of the backup are gone from the bucket',
    { things: SHOP, backups: ['filesRemoved'] },
    { verdict: 'unprotected', reasons: ['noPoint', 'enabledButNotProtected'] },
  ),
  workspace(
    'older-is-readable',
    'the newest backup cannot be read, an older one is within the target',
    { things: SHOP, backups: ['whole', 'listRemoved'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'older-is-partial',
    'the newest backup cannot be read, an older one leaves Secrets out',
    { things: SHOP, backups: ['withoutSecrets', 'listRemoved'] },
    {
      verdict: 'unknown',
      reasons: ['evidenceUnknown', 'objectsMissing'],
      missing: ['Secret'],
    },
  ),
  workspace(
    'location-read-only',
    'the location has become read-only: it can be restored from',
    { things: SHOP, backups: ['toReadOnly'] },
    { verdict: 'protected', reasons: [] },
  ),
  workspace(
    'location-lost',
    'the bucket of the location is lost',
    { things: SHOP, backups: ['toLost'] },
    {
      verdict: 'unknown',
      reasons: ['storageUnavailable', 'evidenceUnknown'],
    },
  ),
];
