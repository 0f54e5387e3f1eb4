import {
  KindCount,
  PointRef,
  VolumeFate,
} from '@appgear/backstage-plugin-velero-common';
import { some } from '../some';
import { ReasonWording } from '../Wording';

const nothing = () => '';

export const reasons: ReasonWording = {
  inNamespace: namespace => `Namespace ${namespace}: `,
  noPoint: ({ failed }) =>
    failed
      ? `no usable backup; ${of(failed)} ended ${failed.phase}`
      : 'no backup takes it in',
  recreated: ({ point }) => `it was made again after ${of(point)}`,
  originUnknown: ({ point }) =>
    `it cannot be told of which cluster ${of(point)} is`,
  evidenceWaiting: ({ point }) => `${of(point)} was not read yet`,
  evidenceUnknown: ({ point, failure }) =>
    `${of(point)} cannot be read (${failure})`,
  storageUnavailable: ({ storage }) =>
    `the storage ${storage} is not available`,
  inventoryUnread: () => 'it is not known what lives there',
  onlyInBackups: () =>
    'no cluster that answers shows it, only backups in the bucket do',
  kindsUnreadable: ({ kinds }) => `the portal may not list ${few(kinds)}`,
  pointEmpty: ({ point }) => `${of(point)} holds nothing of it`,
  objectsMissing: ({ point, missing }) =>
    `${of(point)} lacks ${counted(missing)}`,
  volumesNotSaved: ({ point, volumes }) =>
    `${of(point)} lacks the data of ${claims(volumes)}`,
  volumesLocal: ({ point, volumes }) =>
    `${of(point)} has the data of ${claims(volumes)} only beside the volumes`,
  volumesUnrecorded: ({ point }) =>
    `${of(point)} does not say how volumes were saved`,
  pointErrors: ({ point, errors }) => `${of(point)} has ${errors} errors`,
  tooOld: ({ point, targetSeconds }) =>
    `${of(point)} is older than the target of ${hours(targetSeconds)}`,
  originInferred: nothing,
  nothingLives: nothing,
  noNamespaces: nothing,
  targetUnreadable: nothing,
  enabledButNotProtected: nothing,
  protectedButNotEnabled: nothing,
};

function of({ backup }: PointRef): string {
  return `backup ${backup}`;
}

function few(parts: readonly string[]): string {
  return some(parts, 3, count => ` and ${count} more`);
}

function counted(counts: readonly KindCount[]): string {
  return few(counts.map(({ kind, count }) => `${count} ${kind}`));
}

function claims(fates: readonly VolumeFate[]): string {
  return few(fates.map(({ claim }) => claim));
}

function hours(seconds: number): string {
  return `${Math.round((seconds / 3600) * 10) / 10} h`;
}
