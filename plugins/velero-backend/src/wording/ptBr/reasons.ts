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
      ? `nenhum backup utilizável; ${the(failed)} terminou em ${failed.phase}`
      : 'nenhum backup o inclui',
  recreated: ({ point }) => `foi criado de novo depois de ${the(point)}`,
  originUnknown: ({ point }) => `não se sabe de que cluster é ${the(point)}`,
  evidenceWaiting: ({ point }) => `${the(point)} ainda não foi lido`,
  evidenceUnknown: ({ point, failure }) =>
    `${the(point)} não pode ser lido (${failure})`,
  storageUnavailable: ({ storage }) =>
    `o armazenamento ${storage} não está disponível`,
  inventoryUnread: () => 'não se sabe o que existe ali',
  onlyInBackups: () =>
    'nenhum cluster que responde o mostra, só os backups no bucket o conhecem',
  kindsUnreadable: ({ kinds }) => `o portal não pode listar ${few(kinds)}`,
  pointEmpty: ({ point }) => `${the(point)} não guarda nada dele`,
  objectsMissing: ({ point, missing }) =>
    `em ${the(point)} faltam ${counted(missing)}`,
  volumesNotSaved: ({ point, volumes }) =>
    `em ${the(point)} faltam os dados de ${claims(volumes)}`,
  volumesLocal: ({ point, volumes }) =>
    `${the(point)} só tem os dados de ${claims(volumes)} ao lado dos volumes`,
  volumesUnrecorded: ({ point }) =>
    `${the(point)} não diz como os volumes foram guardados`,
  pointErrors: ({ point, errors }) => `${the(point)} tem ${errors} erros`,
  tooOld: ({ point, targetSeconds }) =>
    `${the(point)} é mais antigo que a meta de ${hours(targetSeconds)}`,
  originInferred: nothing,
  nothingLives: nothing,
  noNamespaces: nothing,
  targetUnreadable: nothing,
  enabledButNotProtected: nothing,
  protectedButNotEnabled: nothing,
};

function the({ backup }: PointRef): string {
  return `o backup ${backup}`;
}

function few(parts: readonly string[]): string {
  return some(parts, 3, count => ` e mais ${count}`);
}

function counted(counts: readonly KindCount[]): string {
  return few(counts.map(({ kind, count }) => `${count} ${kind}`));
}

function claims(fates: readonly VolumeFate[]): string {
  return few(fates.map(({ claim }) => claim));
}

function hours(seconds: number): string {
  const value = Math.round((seconds / 3600) * 10) / 10;
  return `${value.toLocaleString('pt-BR')} h`;
}
