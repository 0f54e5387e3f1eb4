import {
  RemixiconComponentType,
  RiCheckLine,
  RiDeleteBinLine,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { Status, Tone } from './Status';

interface Look {
  tone: Tone;
  icon?: RemixiconComponentType;
}

const WAITING: Look = { tone: 'info', icon: RiTimeLine };
const RUNNING: Look = { tone: 'info', icon: RiLoader4Line };

/**
 * Phases of Backup and Restore (velero.io/v1, backup_types.go and
 * restore_types.go of Velero 1.18). Completed is not a success here: Velero
 * calls an empty backup Completed too.
 */
const LOOKS: Record<string, Look> = {
  '': WAITING,
  New: WAITING,
  Queued: WAITING,
  ReadyToStart: WAITING,
  InProgress: RUNNING,
  WaitingForPluginOperations: RUNNING,
  WaitingForPluginOperationsPartiallyFailed: { tone: 'warning' },
  Finalizing: RUNNING,
  FinalizingPartiallyFailed: { tone: 'warning' },
  Completed: { tone: 'neutral', icon: RiCheckLine },
  PartiallyFailed: { tone: 'warning' },
  Failed: { tone: 'danger' },
  FailedValidation: { tone: 'danger' },
  Deleting: { tone: 'neutral', icon: RiDeleteBinLine },
};

/** The phase of a backup or a restore, in Velero's own word. */
export function PhaseStatus(props: { phase: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const look = LOOKS[props.phase] ?? { tone: 'neutral' };
  return (
    <Status {...look}>
      {props.phase === '' ? (
        t('phase.none')
      ) : (
        <span translate="no">{props.phase}</span>
      )}
    </Status>
  );
}
