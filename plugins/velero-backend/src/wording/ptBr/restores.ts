import { RestoreRequestEndState } from '@appgear/backstage-plugin-velero-common';
import { some } from '../some';
import { RestoreWording } from '../Wording';

const ENDS: Record<RestoreRequestEndState, string> = {
  succeeded: 'Uma restauração foi concluída',
  partiallyFailed: 'Uma restauração falhou em parte',
  failed: 'Uma restauração falhou',
  rejected: 'Uma restauração foi vetada',
  cancelled: 'Uma restauração foi retirada',
  expired: 'Uma restauração expirou',
  invalidated: 'Uma restauração foi suspensa, pois algo mudou',
};

/**
 * In place of the portal's own words, which the record keeps in English. What
 * a person said with a veto or a withdrawal is quoted.
 */
const REASONS: Partial<Record<RestoreRequestEndState, string>> = {
  succeeded: 'O pedido mostra o que o Velero fez.',
  partiallyFailed: 'O pedido mostra o que faltou.',
  failed: 'O pedido mostra o motivo.',
  expired: 'Ninguém decidiu a tempo, ou ela não pôde começar a tempo.',
  invalidated:
    'O que foi aprovado não é mais o que seria feito. O pedido mostra o motivo.',
};

export const restores: RestoreWording = {
  restore: ({ backup, into, cluster }) =>
    `backup ${backup} em ${
      some(into, 3, count => ` e mais ${count}`) || 'todo o cluster'
    } no cluster ${cluster}`,
  approvalNeeded: ({ what, requester, until, reason }) => ({
    title: 'Uma restauração espera a sua aprovação',
    description: `${requester} pede ${what}. Até ${until}. Motivo: ${reason}`,
  }),
  approvalReminder: ({ what, until, reason }) => ({
    title: 'Uma restauração ainda espera a sua aprovação',
    description: `${what} expira em ${until}. Motivo: ${reason}`,
  }),
  breakGlass: ({ what, requester, incident, reason }) => ({
    title: `Uma restauração segue sem aprovação: ${incident}`,
    description: `${requester} restaura ${what}, e outra pessoa precisa revisar. Motivo: ${reason}`,
  }),
  approved: ({ what, before }) => ({
    title: 'A sua restauração foi aprovada',
    description: `${what} será executada antes de ${before}.`,
  }),
  stuck: ({ what }) => ({
    title: 'Uma restauração não avança',
    description: `${what} está parada há algum tempo. Verifique o Velero no cluster.`,
  }),
  reviewed: ({ verdict, reviewer, comment }) => ({
    title: `A sua restauração de emergência foi revisada: ${
      verdict === 'justified' ? 'justificada' : 'não justificada'
    }`,
    description: `${reviewer}: ${comment}`,
  }),
  ended: ({ what, state, reason, superseded }) => ({
    title: ENDS[state],
    description: `${what}. ${
      superseded ? 'Outro pedido tomou o seu lugar.' : REASONS[state] ?? reason
    }`.trim(),
  }),
  outOfBand: ({ kind, name, cluster, backup, madeBy = 'desconhecido' }) => ({
    title:
      kind === 'Restore'
        ? 'Alguém restaurou sem aprovação'
        : 'Alguém mandou apagar um backup',
    description: `${kind} ${name}${
      backup ? ` do backup ${backup}` : ''
    } no cluster ${cluster} não passou pelo portal. Feito por: ${madeBy}. Se ninguém souber o motivo, consulte o log de auditoria do cluster.`,
  }),
};
