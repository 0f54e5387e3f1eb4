export default {
  'effects.title': 'Objeto por objeto',
  'effects.note':
    'O que o Velero fará com cada objeto do backup, segundo as próprias regras.',
  'effects.object': 'Objeto',
  'effects.action': 'O que acontece',
  'effects.action.all': 'Qualquer coisa',
  'effects.resource': 'Tipo',
  'effects.resource.all': 'Todos os tipos',
  'effects.namespace': 'Namespace',
  'effects.namespace.all': 'Todos',
  'effects.details': 'Detalhes',
  'effects.empty':
    'O backup não guarda nenhum objeto que esta restauração considere.',
  'effects.counted': '{{label}} ({{value, number}})',

  'effect.create': 'É criado',
  'effect.patch': 'É sobrescrito onde difere',
  'effect.skip': 'Já existe e fica como está',
  'effect.notRestored': 'Fica de fora',
  'effect.unclear': 'Não há certeza',
  'effect.from': '{{namespace}}, vindo de {{source}}',
  'effect.clusterScoped': 'Nenhum: é do cluster inteiro',

  'effect.reason.neverRestored':
    'O Velero não restaura nenhum objeto deste tipo.',
  'effect.reason.resourceExcluded': 'O tipo dele não está entre os pedidos.',
  'effect.reason.namespaceExcluded':
    'O namespace dele não está entre os pedidos.',
  'effect.reason.labelSelector': 'Os labels dele não são os pedidos.',
  'effect.reason.clusterScopedExcluded':
    'Objetos do cluster inteiro não foram pedidos.',
  'effect.reason.completed': 'Ele já tinha terminado.',
  'effect.reason.mirrorPod': 'O próprio nó o cria.',
  'effect.reason.provisionedAnew': 'A classe de armazenamento o cria de novo.',
  'effect.reason.partOfVolumeData':
    'Vem com outro nome, junto com os dados do volume.',
  'effect.reason.managedByKubernetes': 'O próprio Kubernetes o cria.',

  'effect.unclear.labels': 'Os labels dele no backup não foram lidos.',
  'effect.unclear.target': 'O que existe lá deste tipo não foi lido.',
  'effect.unclear.contents': 'Os campos dele no backup não foram lidos.',
  'effect.unclear.kindNotServed': 'O cluster de destino não conhece este tipo.',

  'effect.data': '{{data}} {{reason}}',
  'effect.data.restored': 'Os dados dele voltam.',
  'effect.data.kept': 'Os dados atuais ficam; os do backup não são usados.',
  'effect.data.empty': 'O volume dele volta vazio.',
  'effect.data.oldVolume':
    'Fica ligado ao volume que tinha, se ele ainda existir.',
  'effect.data.notHere': 'Os dados não estão aqui: o claim fica pendente.',
  'effect.data.unknown': 'Não se sabe o que acontece com os dados.',
  'effect.why.movedSnapshot': 'De um snapshot no armazenamento.',
  'effect.why.localSnapshot': 'De um snapshot ao lado do volume.',
  'effect.why.providerSnapshot': 'De um snapshot no provedor.',
  'effect.why.podVolumeBackup': 'De arquivos lidos do pod.',
  'effect.why.claimExists':
    'O Velero nunca restaura dados em um claim que existe.',
  'effect.why.noData': 'O backup não guarda nenhum.',
  'effect.why.skipped': 'O backup os deixou de fora de propósito.',
  'effect.why.backupFailed': 'A gravação deles falhou.',
  'effect.why.podNotRestored':
    'Esses dados só vêm com o pod, e o pod não é criado.',
  'effect.why.volumesOff': 'Os volumes estão desligados nesta restauração.',
  'effect.why.csiOff': 'O Velero de lá roda sem EnableCSI.',
  'effect.why.volumesExcluded':
    'Esta restauração deixa de fora os PersistentVolumes.',
  'effect.why.snapshotElsewhere':
    'O snapshot só existe no cluster em que foi feito.',
  'effect.why.notRecorded': 'O Velero anterior ao 1.13 não registra isso.',

  'effect.change.storageClass':
    'A classe de armazenamento {{from}} passa a ser {{to}}.',
  'effect.change.image': 'A imagem {{from}} passa a ser {{to}}.',
  'effect.change.resourceModifier':
    'Alterado pela regra {{rule, number}} do modificador de recursos.',
  'effect.hook.exec': 'Depois de restaurado, roda nele: {{command}}',
  'effect.hook.init': 'Um contêiner é posto antes dele: {{command}}',
  'effect.hook.annotation': 'É o que diz a anotação do próprio pod.',
  'effect.hook.unclear': 'Só se os labels dele forem os do hook.',
  'effect.hook.noCommand': 'o comando da própria imagem',
  'effect.crossesTenant': 'Vai do tenant {{from}} para o tenant {{to}}.',
  'effect.crossesTenantUnknown':
    'Vai de um tenant desconhecido para o tenant {{to}}.',

  'preview.sentence':
    'O Velero restaura o backup {{backup}} no {{cluster}}, em {{namespaces}}.',
  'preview.noNamespace': 'nenhum namespace',
  'preview.create_one': '{{count}} objeto é criado.',
  'preview.create_other': '{{count}} objetos são criados.',
  'preview.patch_one': '{{count}} objeto existente é sobrescrito.',
  'preview.patch_other': '{{count}} objetos existentes são sobrescritos.',
  'preview.skip_one': '{{count}} objeto já existe e fica como está.',
  'preview.skip_other': '{{count}} objetos já existem e ficam como estão.',
  'preview.unclear_one': 'Não há certeza do que acontece com {{count}} objeto.',
  'preview.unclear_other':
    'Não há certeza do que acontece com {{count}} objetos.',
  'preview.data.restored_one': 'Os dados de {{count}} volume voltam.',
  'preview.data.restored_other': 'Os dados de {{count}} volumes voltam.',
  'preview.nothing': 'Nada é criado nem alterado.',
  'preview.namespaces': 'Para onde',
  'preview.namespace': 'Namespace',
  'preview.sources': 'De',
  'preview.exists': 'Estado',
  'preview.exists.yes': 'Existe',
  'preview.exists.no': 'É criado',
  'preview.changes': 'Objetos criados ou alterados',
  'preview.kinds': 'O quê, por tipo',
  'preview.volumes': 'Dados dos volumes',
  'preview.volume.kept': 'Os dados atuais ficam',
  'preview.volume.empty': 'Voltam vazios',
  'preview.volume.oldVolume': 'Ligados ao volume que tinham',
  'preview.volume.notHere': 'Dados não estão aqui',
  'preview.volume.unknown': 'Desconhecido',
  'preview.volume.restored': 'Os dados voltam',
  'preview.noVolumes': 'Nenhum volume é tocado.',

  'risk.title': 'O que há de perigoso',
  'risk.none': 'Nada que a política conheça como perigoso.',
  'risk.overwrite_one': '{{count}} objeto existente pode ser sobrescrito.',
  'risk.overwrite_other':
    '{{count}} objetos existentes podem ser sobrescritos.',
  'risk.gateObjects':
    'Mexe naquilo em que esta própria aprovação se apoia no cluster.',
  'risk.veleroNamespace': 'Escreve no namespace em que o Velero roda.',
  'risk.tenantCrossing_one':
    '{{count}} objeto de um tenant vai para um namespace de outro.',
  'risk.tenantCrossing_other':
    '{{count}} objetos de um tenant vão para um namespace de outro.',
  'risk.platform': 'Mexe na própria plataforma.',
  'risk.clusterScoped_one':
    '{{count}} objeto do cluster inteiro é criado ou alterado.',
  'risk.clusterScoped_other':
    '{{count}} objetos do cluster inteiro são criados ou alterados.',
  'risk.emptyVolumes_one': '{{count}} volume volta sem os dados.',
  'risk.emptyVolumes_other': '{{count}} volumes voltam sem os dados.',
  'risk.keptVolumes_one':
    '{{count}} volume mantém os dados atuais: os do backup não são usados.',
  'risk.keptVolumes_other':
    '{{count}} volumes mantêm os dados atuais: os do backup não são usados.',
  'risk.grade': 'O que o ponto vale: {{grade}}.',
  'risk.pointAge':
    'A idade do ponto é de {{age}}: o que mudou desde então não está nele.',
  'risk.pointAgeUnknown': 'Não se sabe quando o ponto foi feito.',
  'risk.production': 'Vai para um cluster de produção.',
  'risk.living': 'Escreve em namespaces que existem.',
  'risk.mapped':
    'Escreve em namespaces que existem, com outro nome que não o do backup.',
  'risk.hooks_one': 'Comandos vão rodar em {{count}} pod restaurado.',
  'risk.hooks_other': 'Comandos vão rodar em {{count}} pods restaurados.',
  'risk.secrets_one': '{{count}} Secret é criado ou alterado.',
  'risk.secrets_other': '{{count}} Secrets são criados ou alterados.',
  'risk.unclear_one': 'Não há certeza do que acontece com {{count}} objeto.',
  'risk.unclear_other': 'Não há certeza do que acontece com {{count}} objetos.',
  'risk.changed_one': '{{count}} objeto volta diferente do que foi salvo.',
  'risk.changed_other':
    '{{count}} objetos voltam diferentes do que foram salvos.',

  'factor.title': 'Quem precisa consentir',
  'factor.none': 'Ninguém precisa consentir.',
  'factor.members_one': '{{count}} pessoa de',
  'factor.members_other': '{{count}} pessoas de',
  'factor.owners_one': '{{count}} responsável por {{workspace}}:',
  'factor.owners_other': '{{count}} responsáveis por {{workspace}}:',
  'factor.or': 'ou',
  'factor.rules': 'Por causa de: {{rules}}',
  'factor.filled': 'Todos consentiram',
  'factor.missing_one': 'Falta {{count}}',
  'factor.missing_other': 'Faltam {{count}}',
  'factor.filledBy': 'Consentiram:',

  'rule.every restore': 'toda restauração',
  'rule.into what is alive': 'restaurar em algo vivo',
  'rule.overwriting what is alive': 'sobrescrever algo vivo',
  'rule.cluster-scoped objects': 'objetos do cluster inteiro',
  'rule.the platform itself': 'a própria plataforma',
  'rule.a point that is not proven': 'um ponto sem prova',
  'rule.an old point into production': 'um ponto antigo em produção',
  "rule.Velero's own namespace": 'o namespace do próprio Velero',
  'rule.what the gate rests on': 'aquilo em que a aprovação se apoia',
};
