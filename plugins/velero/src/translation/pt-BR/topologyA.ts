export default {
  'topologyA.title': 'Hosts Docker (topologia A)',
  'topologyA.badge': 'Sem recuperação de desastres',
  'topologyA.notDr':
    'Para desenvolvimento e demonstração. Uma cópia em um host, e nada prova que ela restaura: nada disto conta como proteção.',
  'topologyA.notRead': 'O manifesto ainda não foi lido',
  'topologyA.readAt': 'Manifesto lido {{age}}',
  'topologyA.failed': 'A última execução falhou {{age}}',
  'topologyA.stale': 'Desatualizado: o backup mais novo é antigo demais',
  'topologyA.none': 'Não há backup',
  'topologyA.backupsOf': 'Backups de {{host}}',
  'topologyA.total_one': '{{count}} backup no total',
  'topologyA.total_other': '{{count}} backups no total',
  'topologyA.unchecked': 'Não verificado',
  'topologyA.intact': 'Arquivos verificados {{age}}',
  'topologyA.damaged': 'Danificado, verificado {{age}}: não restaure',
};
