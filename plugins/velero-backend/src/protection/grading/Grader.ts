import {
  InventoryObject,
  isVolumeSafe,
  PointAssessment,
  PointGrade,
  VolumeFate,
} from '@appgear/backstage-plugin-velero-common';
import { DistilledVolume } from '../../evidence';
import { RecoveryPoint, refOf } from '../points';
import { ProtectionPolicy } from '../policy';
import { PointContents, PointEvidence } from '../world';
import { CountedLive } from './countedLive';
import { Holdings } from './Holdings';
import { kindCounts } from './kindCounts';
import { volumeFate } from './volumeFate';

/** What one point holds of a namespace, with what its verdict needs beyond the summary. */
export interface GradedPoint extends PointAssessment {
  readonly source: RecoveryPoint;
  /** What is wrong with the point, in words of Velero. */
  readonly firstErrors: readonly string[];
  /** Absent: its evidence was not read. */
  readonly contents: PointContents | undefined;
}

const NO_NAMES = new Map<string, string[]>();

/** Compares points with what lives in one namespace. */
export class Grader {
  readonly #namespace: string;
  readonly #live: CountedLive;
  readonly #policy: ProtectionPolicy;
  /** Points of a schedule mostly hold the same objects. */
  readonly #holdings = new Map<string, Holdings>();

  constructor(namespace: string, live: CountedLive, policy: ProtectionPolicy) {
    this.#namespace = namespace;
    this.#live = live;
    this.#policy = policy;
  }

  grade(point: RecoveryPoint, evidence: PointEvidence): GradedPoint {
    if (evidence.state !== 'read') {
      return ungraded(point);
    }
    const contents = evidence.contentsOf(this.#namespace);
    const holdings = this.#holdingsOf(contents);
    const { missing, newer } = this.#compare(holdings, point.takenAt);
    const volumes = this.#volumes(point, evidence, holdings);
    const hasErrors = (contents?.errors.count ?? 0) > 0;
    return {
      source: point,
      point: refOf(point),
      grade: this.#holdsAnything(holdings)
        ? gradeOf(missing.length > 0 || hasErrors, volumes)
        : 'empty',
      missing: kindCounts(missing),
      volumes,
      newer,
      held: holdings.count,
      errors: contents?.errors.count ?? 0,
      warnings: contents?.warnings.count ?? 0,
      firstErrors: contents?.errors.first ?? [],
      contents,
    };
  }

  /** Objects older than the point have to be in it; of those made after it, none could. */
  #compare(holdings: Holdings, takenAt: number) {
    const missing: InventoryObject[] = [];
    let newer = 0;
    for (const object of this.#live.objects) {
      if (!holdings.has(object)) {
        if (isNewer(object, takenAt)) {
          newer += 1;
        } else {
          missing.push(object);
        }
      }
    }
    const newClaims = this.#live.claims.filter(
      ({ object }) => !holdings.has(object) && isNewer(object, takenAt),
    );
    return { missing, newer: newer + newClaims.length };
  }

  #volumes(
    point: RecoveryPoint,
    evidence: PointEvidence & { state: 'read' },
    holdings: Holdings,
  ): VolumeFate[] {
    const entries = byClaim(
      evidence.contentsOf(this.#namespace)?.volumes ?? [],
    );
    return this.#live.claims
      .filter(
        ({ object }) => holdings.has(object) || !isNewer(object, point.takenAt),
      )
      .map(({ object, volume }) =>
        volumeFate(volume, {
          entries: entries.get(volume.claim) ?? [],
          claimHeld: holdings.has(object),
          recorded: evidence.volumesRecorded,
          flawless: point.phase === 'Completed' && point.errors === 0,
          durableSnapshots: this.#policy.durableSnapshots,
        }),
      );
  }

  #holdsAnything(holdings: Holdings): boolean {
    return (
      this.#live.objects.some(object => holdings.has(object)) ||
      this.#live.claims.some(({ object }) => holdings.has(object))
    );
  }

  #holdingsOf(contents: PointContents | undefined): Holdings {
    const digest = contents?.digest ?? '';
    let holdings = this.#holdings.get(digest);
    if (!holdings) {
      holdings = new Holdings(contents?.objects ?? NO_NAMES);
      this.#holdings.set(digest, holdings);
    }
    return holdings;
  }
}

function ungraded(point: RecoveryPoint): GradedPoint {
  return {
    source: point,
    point: refOf(point),
    grade: 'unknown',
    missing: [],
    volumes: [],
    newer: 0,
    held: 0,
    errors: 0,
    warnings: 0,
    firstErrors: [],
    contents: undefined,
  };
}

/** An object of unknown age counts as old. */
function isNewer({ createdAt }: InventoryObject, takenAt: number): boolean {
  return createdAt !== undefined && Date.parse(createdAt) > takenAt;
}

function gradeOf(
  isIncomplete: boolean,
  volumes: readonly VolumeFate[],
): PointGrade {
  const grade = gradeVolumes(volumes);
  return isIncomplete && grade !== 'metadataOnly' ? 'partial' : grade;
}

function gradeVolumes(volumes: readonly VolumeFate[]): PointGrade {
  const unsafe = volumes.filter(volume => !isVolumeSafe(volume));
  const lost = unsafe.filter(({ outcome }) => outcome !== 'local');
  if (lost.length === 0) {
    return unsafe.length > 0 ? 'localOnly' : 'complete';
  }
  if (lost.every(({ outcome }) => outcome === 'unrecorded')) {
    return 'unknown';
  }
  return lost.length === volumes.length ? 'metadataOnly' : 'partial';
}

function byClaim(volumes: readonly DistilledVolume[]) {
  const entries = new Map<string, DistilledVolume[]>();
  for (const volume of volumes) {
    if (volume.claim) {
      entries.set(volume.claim, [...(entries.get(volume.claim) ?? []), volume]);
    }
  }
  return entries;
}
