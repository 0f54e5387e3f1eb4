import { Verdict } from '@appgear/backstage-plugin-velero-common';
import { some } from '../some';
import { CauseInWords, VerdictWording } from '../Wording';

const SAYS: Record<Verdict, string> = {
  protected: 'está protegido',
  stale: 'não tem ponto de recuperação recente o bastante',
  localOnly: 'tem snapshots de volumes que se perderiam com o cluster',
  partial: 'só está em parte nos backups',
  metadataOnly: 'está nos backups sem os dados dos seus volumes',
  empty: 'tem backups que não guardam nada dele',
  unprotected: 'não tem backup',
  unknown: 'já não tem proteção comprovada',
};

export const verdicts: VerdictWording = {
  worsened: ({ workspace, verdict }) =>
    `O workspace ${workspace} ${SAYS[verdict]}`,
  recovered: ({ workspace }) => ({
    title: `O workspace ${workspace} está protegido de novo`,
    description:
      'Um ponto de recuperação dentro da meta comprovadamente guarda tudo.',
  }),
  causeBegan: cause => ({
    title: `${
      cause.kind === 'cluster'
        ? `O cluster ${cause.name} não responde`
        : `O armazenamento ${cause.name} não está disponível`
    }: a proteção de ${count(cause)} não pode ser comprovada`,
    description: names(cause),
  }),
  causeEnded: cause => ({
    title: `A proteção de ${count(cause)} está comprovada de novo (${
      cause.kind === 'cluster' ? 'cluster' : 'armazenamento'
    } ${cause.name})`,
    description: names(cause),
  }),
};

function count({ workspaces }: CauseInWords): string {
  return workspaces.length === 1
    ? '1 workspace'
    : `${workspaces.length} workspaces`;
}

function names({ workspaces }: CauseInWords): string {
  return some(workspaces, 10, more => ` e mais ${more}`);
}
