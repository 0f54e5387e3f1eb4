/** Um agendamento: como vai, e o que guardaria. */
export default {
  'schedule.facts': 'Como vai',
  'schedule.factsNote':
    'A última tentativa diz que o Velero tentou. Uma execução está comprovada quando seu backup guarda tudo o que existe nos workspaces que ela inclui.',
  'schedule.lastProven': 'Último sucesso comprovado',
  'schedule.neverProven': 'Nenhuma das últimas execuções está comprovada',
  'schedule.cron': 'Executa em',
  'schedule.ttl': 'Backups são mantidos',
  'schedule.itsBackups': 'Seus backups',
  'schedule.why': 'O que há de errado com ele',
  'schedule.nothingWrong': 'Não se conhece nada de errado com ele.',
  'schedule.notAssessed': 'Não se sabe como vai.',

  'scheduleReason.notLookedAt': 'O Velero ainda não olhou para ele.',
  'scheduleReason.paused': 'Está pausado: nenhuma execução vai acontecer.',
  'scheduleReason.invalid': 'O Velero não consegue lê-lo: {{errors}}',
  'scheduleReason.missed_one':
    '{{count}} execução prevista não aconteceu desde {{age}}. O Velero não a recupera.',
  'scheduleReason.missed_other':
    '{{count}} execuções previstas não aconteceram desde {{age}}. O Velero não as recupera.',
  'scheduleReason.stalled_one':
    '{{backup}} está {{phase}} e não termina; o Velero não inicia outra execução até lá. {{count}} execução foi pulada desde {{age}}.',
  'scheduleReason.stalled_other':
    '{{backup}} está {{phase}} e não termina; o Velero não inicia outra execução até lá. {{count}} execuções foram puladas desde {{age}}.',
  'scheduleReason.queueStuck_one':
    '{{backup}} espera na fila do Velero, que não avança desde {{age}} embora nenhum backup esteja em andamento. {{count}} backup espera ali.',
  'scheduleReason.queueStuck_other':
    '{{backup}} espera na fila do Velero, que não avança desde {{age}} embora nenhum backup esteja em andamento. {{count}} backups esperam ali.',
  'scheduleReason.skipped':
    'Alguém mandou {{age}} pular a execução prevista; ele conta a partir daí.',
  'scheduleReason.skipsAgain':
    'skipImmediately é definido repetidamente, por último {{age}}, provavelmente pelo GitOps: ele nunca executa.',
  'scheduleReason.alwaysDue':
    'Sua expressão nunca se cumpre. O Velero a toma por sempre vencida, e faz um backup por minuto.',
  'scheduleReason.expiresBeforeNext':
    'Seus backups são mantidos por {{ttl}}, e um é feito a cada {{every}}: o último some antes do próximo.',
  'scheduleReason.notProven':
    'O backup mais recente, {{backup}} {{age}}, não está comprovado. Nenhum dos últimos está.',
  'scheduleReason.notProvenSince':
    'O backup mais recente, {{backup}} {{age}}, não está comprovado. O último comprovado é {{proven}} {{provenAge}}.',
};
