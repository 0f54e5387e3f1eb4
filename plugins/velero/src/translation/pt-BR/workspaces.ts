export default {
  'workspaces.title': 'Workspaces',
  'workspaces.empty': 'Não há workspaces para mostrar',
  'workspaces.hint':
    'Um workspace aparece quando um namespace tem o label dele e quando você ou seus grupos são donos dele no catálogo.',

  'workspace.name': 'Workspace',
  'workspace.tenant': 'Tenant',
  'workspace.owner': 'Responsável',
  'workspace.entity': 'No catálogo',
  'workspace.clusters': 'Clusters',
  'workspace.intent': 'Label de backup',
  'workspace.intent.all': 'Qualquer label',
  'workspace.intent.enabled': 'Pede backup',
  'workspace.intent.disabled': 'Não pede backup',
  'workspace.intent.mixed': 'Só alguns namespaces pedem backup',
  'workspace.lastBackup': 'Último backup',
  'workspace.lastCompleted': 'Último dado como Completed',
  'workspace.nextRun': 'Próxima execução',
  'workspace.backupCount': 'Backups',

  'workspace.facts': 'O que o Velero informa',
  'workspace.backups': 'Backups mais recentes',
  'workspace.allBackups_one': 'O único backup',
  'workspace.allBackups_other': 'Todos os {{count}} backups',
  'workspace.noBackups':
    'Nenhum backup inclui este workspace. Coloque o label de backup nos namespaces dele ou peça um agendamento que os inclua.',
  'workspace.schedules': 'Agendamentos que o incluem',
  'workspace.noSchedules':
    'Nenhum agendamento inclui este workspace: ele não terá backup automático.',
  'workspace.storage': 'Onde ficam os backups dele',
  'workspace.noStorage': 'Nenhum local de armazenamento guarda um backup dele.',

  'namespace.title': 'Namespaces',
  'namespace.empty': 'Nenhum namespace tem agora o label deste workspace.',
  'namespace.name': 'Namespace',
  'namespace.label': 'Label de backup',
  'namespace.enabled': 'Pede backup',
  'namespace.notEnabled': 'Não pede backup',
  'namespace.state': 'Estado',
  'namespace.active': 'Ativo',
  'namespace.terminating': 'Sendo excluído',
  'namespace.createdAt': 'Criado',
};
