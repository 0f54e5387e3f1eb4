import {
  KindCount,
  PointRef,
  ProtectionReason,
  VolumeFate,
} from '@appgear/backstage-plugin-velero-common';

const SHOWN = 3;

/** A reason in a sentence, for notifications and reports; the pages have their own words. */
export function reasonText(reason: ProtectionReason): string {
  const where = reason.namespace ? `Namespace ${reason.namespace}: ` : '';
  const text = textOf(reason);
  return text && `${where}${text}.`;
}

function textOf(reason: ProtectionReason): string {
  switch (reason.code) {
    case 'noPoint':
      return reason.failed
        ? `no usable backup; ${of(reason.failed)} ended ${reason.failed.phase}`
        : 'no backup takes it in';
    case 'recreated':
      return `it was made again after ${of(reason.point)}`;
    case 'originUnknown':
      return `it cannot be told of which cluster ${of(reason.point)} is`;
    case 'evidenceWaiting':
      return `${of(reason.point)} was not read yet`;
    case 'evidenceUnknown':
      return `${of(reason.point)} cannot be read (${reason.failure})`;
    case 'storageUnavailable':
      return `the storage ${reason.storage} is not available`;
    case 'inventoryUnread':
      return 'it is not known what lives there';
    case 'kindsUnreadable':
      return `the portal may not list ${some(reason.kinds)}`;
    case 'pointEmpty':
      return `${of(reason.point)} holds nothing of it`;
    case 'objectsMissing':
      return `${of(reason.point)} lacks ${kinds(reason.missing)}`;
    case 'volumesNotSaved':
      return `${of(reason.point)} lacks the data of ${volumes(reason.volumes)}`;
    case 'volumesLocal':
      return `${of(reason.point)} has the data of ${volumes(
        reason.volumes,
      )} only beside the volumes`;
    case 'volumesUnrecorded':
      return `${of(reason.point)} does not say how volumes were saved`;
    case 'pointErrors':
      return `${of(reason.point)} has ${reason.errors} errors`;
    case 'tooOld':
      return `${of(reason.point)} is older than the target of ${hours(
        reason.targetSeconds,
      )}`;
    default:
      return '';
  }
}

function of({ backup }: PointRef): string {
  return `backup ${backup}`;
}

function kinds(counts: readonly KindCount[]): string {
  return some(counts.map(({ kind, count }) => `${count} ${kind}`));
}

function volumes(fates: readonly VolumeFate[]): string {
  return some(fates.map(({ claim }) => claim));
}

function some(parts: readonly string[]): string {
  const more = parts.length - SHOWN;
  return (
    parts.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '')
  );
}

function hours(seconds: number): string {
  return `${Math.round((seconds / 3600) * 10) / 10} h`;
}
