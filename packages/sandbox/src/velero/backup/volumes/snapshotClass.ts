import { KubeObject } from '../../../kubernetes';
import { VeleroError } from '../../errors';
import { Backup } from '../../VeleroApi';

const SELECTOR_LABEL = 'velero.io/csi-volumesnapshot-class';
const DEFAULT_ANNOTATION = 'snapshot.storage.kubernetes.io/is-default-class';

/**
 * The class by which a claim is snapshotted: named on the claim, named on the
 * backup, labelled for Velero, the default one, or the driver's only one.
 * Source: Velero 1.18.2, pkg/util/csi/volume_snapshot.go, GetVolumeSnapshotClass.
 *
 * @throws in Velero's words, when none fits
 */
export function snapshotClassFor(
  driver: string,
  backup: Backup,
  claim: KubeObject,
  classes: readonly KubeObject[],
): KubeObject {
  const ofDriver = classes.filter(candidate => candidate.driver === driver);
  const named = (name: string | undefined) =>
    ofDriver.find(
      ({ metadata }) => metadata.name.toLowerCase() === name?.toLowerCase(),
    );
  const found =
    named(claim.metadata.annotations?.[SELECTOR_LABEL]) ??
    named(
      backup.metadata.annotations?.[
        `${SELECTOR_LABEL}_${driver.toLowerCase()}`
      ],
    ) ??
    ofDriver.find(
      ({ metadata }) => SELECTOR_LABEL in (metadata.labels ?? {}),
    ) ??
    ofDriver.find(
      ({ metadata }) => DEFAULT_ANNOTATION in (metadata.annotations ?? {}),
    ) ??
    (ofDriver.length === 1 ? ofDriver[0] : undefined);
  if (!found) {
    throw new VeleroError(
      `error getting VolumeSnapshotClass: failed to get VolumeSnapshotClass for provisioner ${driver}: ensure that the desired VolumeSnapshotClass has the ${SELECTOR_LABEL} label or ${DEFAULT_ANNOTATION} annotation, and that its driver matches the StorageClass provisioner`,
    );
  }
  return found;
}
