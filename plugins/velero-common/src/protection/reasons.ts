import type { EvidenceFailure } from '../api';
import type { KindCount, VolumeFate } from './contents';
import type { PointOrigin, PointRef } from './points';

/**
 * What a person can do about a reason; the pages say how, in the reader's
 * language.
 *
 * @public
 */
export type NextStep =
  | 'addToSchedule'
  | 'backUpNow'
  | 'checkCluster'
  | 'checkStorage'
  | 'clearStuckBackup'
  | 'fixSchedule'
  | 'fixSelection'
  | 'grantRead'
  | 'makeSnapshotsPortable'
  | 'readErrors'
  | 'restartVelero'
  | 'resumeSchedule'
  | 'saveVolumes'
  | 'setLabel'
  | 'setOwnPrefix'
  | 'useMoreFrequentSchedule'
  | 'wait'
  | 'none';

/** Where a reason holds. Absent: for the whole workspace. @public */
export interface ReasonPlace {
  cluster?: string;
  namespace?: string;
}

/**
 * One reason for a verdict, as data; every text is the page's. Times are
 * ISO 8601 in UTC, durations are seconds.
 *
 * @public
 */
export type ProtectionReason = ReasonPlace & { next: NextStep } & (
    | {
        /** No usable backup takes the namespace in. */
        code: 'noPoint';
        /** The newest that Velero did not finish, if one was tried. */
        failed?: PointRef & { phase: string };
      }
    | {
        /** All points are of an earlier namespace of the same name. */
        code: 'recreated';
        createdAt: string;
        point: PointRef;
      }
    | {
        /** It cannot be told of which cluster these points are. */
        code: 'originUnknown';
        point: PointRef;
        count: number;
      }
    | {
        /** The origin of the point that the verdict rests on is inferred. */
        code: 'originInferred';
        point: PointRef;
        origin: PointOrigin;
      }
    | { code: 'evidenceWaiting'; point: PointRef }
    | {
        code: 'evidenceUnknown';
        point: PointRef;
        failure: EvidenceFailure;
        nextAttemptAt?: string;
      }
    | {
        /** No location is known to be available now. */
        code: 'storageUnavailable';
        point: PointRef;
        storage: string;
        message?: string;
      }
    | { code: 'inventoryUnread' }
    | {
        /** No cluster that answers shows the namespace; only backups in a bucket tell of it. */
        code: 'onlyInBackups';
      }
    | { code: 'kindsUnreadable'; kinds: string[] }
    | { code: 'pointEmpty'; point: PointRef; missing: KindCount[] }
    | { code: 'objectsMissing'; point: PointRef; missing: KindCount[] }
    | { code: 'volumesNotSaved'; point: PointRef; volumes: VolumeFate[] }
    | { code: 'volumesLocal'; point: PointRef; volumes: VolumeFate[] }
    | { code: 'volumesUnrecorded'; point: PointRef }
    | {
        code: 'pointErrors';
        point: PointRef;
        errors: number;
        first: string[];
      }
    | {
        code: 'tooOld';
        point: PointRef;
        ageSeconds: number;
        targetSeconds: number;
      }
    | {
        /** Nothing that would need a backup lives there. */
        code: 'nothingLives';
      }
    | {
        /** No namespace of it is known. */
        code: 'noNamespaces';
      }
    | {
        /** The workspace's own target cannot be read; another one counts. */
        code: 'targetUnreadable';
        text: string;
      }
    | { code: 'enabledButNotProtected' }
    | { code: 'protectedButNotEnabled' }
  );

/** @public */
export type ReasonCode = ProtectionReason['code'];

/**
 * What may soon be wrong, and is not yet.
 *
 * @public
 */
export type ProtectionWarning = ReasonPlace & { next: NextStep } & (
    | {
        /** The last proven point goes, and no newer one is proven. */
        code: 'lastGoodExpires';
        point: PointRef;
        expiresAt: string;
      }
    | {
        /** The newest point holds much less than the one before it. */
        code: 'holdsLess';
        point: PointRef;
        held: number;
        before: PointRef;
        heldBefore: number;
        missing: KindCount[];
      }
  );
