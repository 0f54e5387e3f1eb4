/**
 * What would be lost if the cluster died now, in one word.
 *
 * - `protected`: a point within the target is proven to hold everything
 * - `stale`: a point is proven to hold everything, but is older than the target
 * - `localOnly`: volumes' data was saved, but only beside the volumes
 * - `partial`: some objects or volumes are not held
 * - `metadataOnly`: objects are held, of the volumes no data
 * - `empty`: nothing of what lives there is held
 * - `unprotected`: there is no point
 * - `unknown`: what was read does not tell
 *
 * Never `protected` without evidence that was read, is complete, lies in an
 * available storage and is within the target.
 *
 * @public
 */
export type Verdict =
  | 'protected'
  | 'stale'
  | 'localOnly'
  | 'partial'
  | 'metadataOnly'
  | 'empty'
  | 'unprotected'
  | 'unknown';

/** From the best to the worst; `unknown` is no better than having no point. @public */
export const VERDICTS: readonly Verdict[] = [
  'protected',
  'stale',
  'localOnly',
  'partial',
  'metadataOnly',
  'empty',
  'unprotected',
  'unknown',
];

/** The worst of several; undefined of none. @public */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict | undefined {
  let worst: Verdict | undefined;
  for (const verdict of verdicts) {
    if (
      worst === undefined ||
      VERDICTS.indexOf(verdict) > VERDICTS.indexOf(worst)
    ) {
      worst = verdict;
    }
  }
  return worst;
}

/**
 * What one recovery point holds of one namespace, whatever its age and
 * wherever it lies: `complete`, or as the verdict of the same name.
 *
 * @public
 */
export type PointGrade =
  | 'complete'
  | 'localOnly'
  | 'partial'
  | 'metadataOnly'
  | 'empty'
  | 'unknown';

/** From the best to the worst. @public */
export const POINT_GRADES: readonly PointGrade[] = [
  'complete',
  'localOnly',
  'partial',
  'metadataOnly',
  'empty',
  'unknown',
];
