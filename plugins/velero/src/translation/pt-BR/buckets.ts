/** Buckets que o próprio portal lê, e o que só eles ainda sabem. */
export default {
  'bucket.kind': 'Bucket',
  'bucket.readOnly':
    'Lido pelo próprio portal: o que há em {{place}} é conhecido mesmo que os clusters não existam mais. Nada é gravado nele.',
  'bucket.state.live': 'Legível',
  'bucket.state.connecting': 'Em leitura',
  'bucket.state.stale': 'Não pode ser lido agora',
  'bucket.state.unreachable': 'Ainda não pôde ser lido',
  'bucket.onlyHere_zero': 'Nenhum backup existe só aqui',
  'bucket.onlyHere_one': '{{count, number}} backup existe só aqui',
  'bucket.onlyHere_other': '{{count, number}} backups existem só aqui',
  'bucket.lost_one':
    '{{count, number}} namespace não está em nenhum cluster que responde',
  'bucket.lost_other':
    '{{count, number}} namespaces não estão em nenhum cluster que responde',

  'backup.onlyInBucket': 'Nenhum cluster que responde mostra este backup',
  'backup.onlyInBucket.next':
    'O portal o encontrou no bucket. Para restaurá-lo, dê a um cluster um local de armazenamento neste bucket: o Velero de lá assume o backup em até um minuto, e ele pode ser restaurado nesse cluster.',

  'namespace.lost': 'Só em backups',
  'namespace.lostLabel': 'Desconhecido',

  'reason.onlyInBackups':
    'Nenhum cluster que responde mostra este namespace. O que os backups guardam dele é conhecido; se isso é tudo o que existia nele, não.',
} as const;
