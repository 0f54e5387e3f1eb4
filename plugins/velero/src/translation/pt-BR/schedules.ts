export default {
  'schedules.title': 'Agendamentos',
  'schedules.note':
    'A última tentativa diz que o Velero tentou, não que conseguiu.',
  'schedules.empty': 'Não há agendamentos para mostrar',
  'schedules.hint':
    'Sem agendamento não há backup automático. Adicione um Schedule do Velero ao cluster, de preferência por GitOps.',

  'schedule.name': 'Agendamento',
  'schedule.condition': 'Condição',
  'schedule.condition.all': 'Qualquer condição',
  'schedule.condition.ok': 'Em dia',
  'schedule.condition.new': 'Ainda não processado',
  'schedule.condition.paused': 'Pausado',
  'schedule.condition.invalid': 'Inválido',
  'schedule.condition.missed': 'Perdeu uma execução',
  'schedule.condition.stalled': 'Travado',
  'schedule.nextRun': 'Próxima execução',
  'schedule.noRun': 'Nenhuma prevista',
  'schedule.lastAttempt': 'Última tentativa',
  'schedule.neverRan': 'Nunca tentou',
  'schedule.lastCompleted': 'Último Completed',
  'schedule.neverCompleted': 'Nunca',
  'schedule.workspaces': 'Workspaces',
};
