export default {
  'storage.title': 'Locais de armazenamento',
  'storage.note':
    'Locais em vários clusters podem ser um único bucket. O que se perde com ele se perde para todos.',
  'storage.empty': 'Não há locais de armazenamento para mostrar',
  'storage.hint':
    'O Velero precisa de um BackupStorageLocation para fazer qualquer backup.',

  'storage.name': 'Local de armazenamento',
  'storage.default': 'Padrão',
  'storage.provider': 'Provedor',
  'storage.bucket': 'Bucket',
  'storage.phase': 'Estado',
  'storage.phase.available': 'Disponível',
  'storage.phase.unavailable': 'Indisponível',
  'storage.phase.notValidated': 'Ainda não verificado',
  'storage.accessMode': 'Acesso',
  'storage.accessMode.ReadWrite': 'Leitura e escrita',
  'storage.accessMode.ReadOnly': 'Só leitura',
  'storage.sharedBy': 'Compartilhado com',
  'storage.notShared': 'Ninguém',
  'storage.lastValidated': 'Última verificação',
  'storage.neverValidated': 'Nunca',
  'storage.backupCount': 'Backups',

  'snapshots.title': 'Locais de snapshot',
  'snapshots.note':
    'O Velero nunca os verifica. Os snapshots costumam ficar no armazenamento do próprio cluster e se perdem com ele.',
  'snapshots.name': 'Local de snapshot',
  'snapshots.empty': 'Nenhum local de snapshot está configurado.',
};
