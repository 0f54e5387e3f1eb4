export default {
  'attention.title': 'Precisa de atenção',
  'attention.none':
    'Nada precisa de alguém neste momento, pelo que o Velero informa.',
  'attention.stale': '{{title}} não responde; último contato {{age}}',
  'attention.unreachable': '{{title}} nunca respondeu',
  'attention.veleroNotInstalled':
    'O Velero não está instalado em {{title}}: nada lá tem backup',
  'attention.veleroForbidden':
    'O portal não pode ler o Velero em {{title}}: não se sabe o que tem backup lá',
  'attention.withoutBackup_one':
    '{{count}} workspace não está em nenhum backup',
  'attention.withoutBackup_other':
    '{{count}} workspaces não estão em nenhum backup',
  'attention.withoutBackupReason':
    'Nenhum backup que ainda existe inclui seus namespaces. Coloque o label de backup nos namespaces ou amplie um agendamento.',
  'attention.queue_one':
    'A fila do Velero em {{title}} está travada: {{count}} backup espera',
  'attention.queue_other':
    'A fila do Velero em {{title}} está travada: {{count}} backups esperam',
  'attention.queueReason':
    'Nada avança desde {{age}}, e nenhum backup está em andamento. O Velero 1.18 pode contar como em execução um backup que já terminou; ele continua quando é reiniciado: {{command}}',
  'attention.storage':
    'O armazenamento {{name}} em {{cluster}} está indisponível',
  'attention.schedule': 'Agendamento {{name}} em {{cluster}}: {{condition}}',

  'figures.workspaces': 'Workspaces',
  'figures.enabled_one': '{{count}} com label de backup',
  'figures.enabled_other': '{{count}} com label de backup',
  'figures.withoutBackup_one': '{{count}} sem nenhum backup',
  'figures.withoutBackup_other': '{{count}} sem nenhum backup',
  'figures.recent': 'Backups iniciados nas últimas 24 horas',
  'figures.noRecent': 'Nenhum. Se você esperava algum, veja os agendamentos.',
  'figures.schedules': 'Agendamentos',
  'figures.noSchedules': 'Nenhum. Só há backup quando alguém faz um à mão.',

  'overview.upcoming': 'Próximas execuções',
  'overview.noUpcoming':
    'Nenhum agendamento vai ser executado. Crie um ou retome um que esteja pausado.',
  'overview.allSchedules': 'Todos os agendamentos',
  'overview.allStorage': 'Todo o armazenamento',
};
