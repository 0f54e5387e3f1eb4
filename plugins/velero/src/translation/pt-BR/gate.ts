export default {
  'gate.notApprovedInTime': 'não foi aprovado antes de {{at}}',
  'gate.notExecutedInTime': 'não foi executado antes de {{at}}',
  'gate.superseded': 'o pedido {{request}} tomou o seu lugar',

  'gate.digestChanged': 'o que seria feito agora não é o que foi aprovado',
  'gate.requesterLostRight':
    '{{requester}} não pode mais pedir esta restauração',
  'gate.approverLostRole':
    'quem aprovou não tem mais o papel pelo qual aprovou',
  'gate.clusterGone': 'o cluster de destino não está mais configurado',
  'gate.targetTaken': 'o pedido {{request}} ocupa o destino',
  'gate.targetBusy':
    'a restauração {{restore}} está em execução no mesmo destino',
  'gate.newPatches':
    'objetos vivos seriam alterados sem que a aprovação os conhecesse: {{many}}, como {{example}}',
  'gate.newCreations':
    'seriam criados objetos que existiam e deviam ficar como estavam: {{many}}, como {{example}}',
  'gate.thereAlready':
    'objetos que deviam ser criados já existem: {{many}}, como {{example}}',
  'gate.stricter':
    'a política agora pede {{many}} de {{factor}}, pelas regras do que seria feito agora',

  'gate.clusterField': 'cluster: {{field}} era {{was}}, agora é {{is}}',
  'gate.specField': 'spec: {{field}} era {{was}}, agora é {{is}}',
  'gate.storageField':
    'local de armazenamento: {{field}} era {{was}}, agora é {{is}}',
  'gate.backupField': 'backup: {{field}} era {{was}}, agora é {{is}}',
  'gate.namespaceField':
    'namespace {{namespace}}: {{field}} era {{was}}, agora é {{is}}',
  'gate.namespaceAdded':
    'namespace {{namespace}}: também receberia a restauração',
  'gate.namespaceDropped':
    'namespace {{namespace}}: não recebe mais a restauração',
  'gate.namespaceGone': 'namespace {{namespace}}: não existe mais',
  'gate.namespaceThere': 'namespace {{namespace}}: agora existe',
  'gate.namespaceRecreated': 'namespace {{namespace}}: foi apagado e recriado',
  'gate.configMapAdded': 'ConfigMap {{name}} ({{role}}): foi acrescentado',
  'gate.configMapChanged': 'ConfigMap {{name}} ({{role}}): foi alterado',
  'gate.configMapGone': 'ConfigMap {{name}} ({{role}}): não existe mais',
  'gate.policyChanged': 'a configuração das aprovações mudou',

  'gate.notBegun': 'não foi iniciada',
  'gate.foreignRestore':
    'o cluster tem um Restore {{restore}} que este pedido não criou',
  'gate.wouldKeepOtherwise':
    'o cluster guardaria algo diferente do que foi aprovado ({{fields}}); nada foi criado',
  'gate.restoreReplaced':
    'o Restore foi apagado e outro tem o seu nome: não se sabe o que o primeiro fez',
  'gate.restoreDeleted':
    'o Restore foi apagado antes de terminar: não se sabe o que ele fez',
  'gate.ranOtherwise':
    'o que foi executado não é o que foi aprovado ({{fields}})',
  'gate.mayHaveRunOtherwise':
    'o que foi executado pode não ser o que foi aprovado',
  'gate.veleroRefused': 'o Velero recusou: {{said}}',
  'gate.veleroFailed': 'o Velero diz Failed',
  'gate.veleroErrors': 'erros: {{many}}',
  'gate.nothingProven':
    'o Velero diz Completed, mas não foi possível ler o que ele fez: nada está provado',
  'gate.nothingChanged': 'Completed, mas nada mudou',
  'gate.notWhole': 'Completed, mas não por inteiro',
  'gate.created': 'criados: {{many}}',
  'gate.updated': 'atualizados: {{many}}',
  'gate.skipped': 'deixados como estavam: {{many}}',
  'gate.failed': 'com falha: {{many}}',
  'gate.noObjects': 'nenhum objeto',

  'gate.noCluster': 'não existe o cluster {{cluster}}',
  'gate.noCluster.hint': 'Escolha um dos clusters configurados.',
  'gate.bucket':
    '{{cluster}} é um bucket que o portal apenas lê: nada pode ser restaurado nele',
  'gate.bucket.hint':
    'Dê a um cluster um local de armazenamento neste bucket; o Velero de lá assume os backups em até um minuto. Restaure então nesse cluster.',
  'gate.noBackup': 'o cluster de destino não tem o backup {{backup}}',
  'gate.noBackup.hint':
    'Escolha um ponto de recuperação cujo armazenamento o cluster de destino conheça, ou espere um minuto até o Velero o sincronizar.',
  'gate.backupDeleted':
    'o backup {{backup}} está sendo apagado; só os Completed e PartiallyFailed podem ser restaurados',
  'gate.backupDeleted.hint': 'Escolha outro ponto de recuperação.',
  'gate.backupUnfinished':
    'o backup {{backup}} está em {{phase}}; só os Completed e PartiallyFailed podem ser restaurados',
  'gate.backupUnfinished.hint': 'Escolha outro ponto de recuperação.',
  'gate.backupExpired':
    'o backup {{backup}} expirou em {{at}} e pode ser apagado a qualquer momento',
  'gate.backupExpired.hint': 'Escolha um ponto de recuperação mais novo.',
  'gate.noLocation':
    'o local de armazenamento {{location}} do backup {{backup}} não existe no cluster de destino',
  'gate.noLocation.hint':
    'Crie o BackupStorageLocation nele, ou escolha um cluster que o tenha.',
  'gate.locationUnvalidated':
    'o local de armazenamento {{location}} ainda não foi validado',
  'gate.locationUnvalidated.hint':
    'Conserte primeiro o local: o Velero não consegue ler o backup.',
  'gate.locationUnavailable':
    'o local de armazenamento {{location}} está {{phase}}{{said}}',
  'gate.locationUnavailable.hint':
    'Conserte primeiro o local: o Velero não consegue ler o backup.',
  'gate.fieldUnknown':
    'o Velero {{version}} do destino não conhece {{field}} (Velero {{since}} e mais novos), e o descartaria',
  'gate.fieldUnknown.hint':
    'Deixe o campo de fora, ou atualize o Velero no destino.',
  'gate.neverRestored': 'o Velero nunca restaura {{name}}',
  'gate.neverRestored.hint': 'Tire {{name}} de {{field}}.',
  'gate.excludesAll': '{{field}} não pode conter *',
  'gate.allAndOthers': '{{field}} deve ser só *, ou nomes sem ele',
  'gate.inBoth': '{{name}} está em {{included}} e em {{field}}',
  'gate.noModifier':
    'o modificador de recursos {{name}} não está no namespace do Velero',
  'gate.noModifier.hint':
    'Crie o ConfigMap no cluster de destino, ou deixe resourceModifier de fora.',
  'gate.modifierUnusable':
    'o modificador de recursos {{name}} não pode ser usado: {{problem}}',
  'gate.modifierUnusable.hint':
    'Conserte o ConfigMap no cluster de destino, ou deixe resourceModifier de fora.',
  'gate.allThere': 'nada seria restaurado',
  'gate.allThere.hint':
    'Tudo já existe. Restaure em outro namespace por um mapeamento, apague o que deve voltar, ou escolha existingResourcePolicy: update.',
  'gate.nothingMatches': 'nada seria restaurado',
  'gate.nothingMatches.hint':
    'Nada no backup corresponde aos filtros. Veja o que o backup contém.',
  'gate.tooManyConfigMaps':
    'mais de um ConfigMap tem o rótulo {{plugin}}: {{names}}; o Velero falha em cada objeto a que ele se aplica',
  'gate.tooManyConfigMaps.hint':
    'Apague todos menos um no namespace do Velero.',
  'gate.contentsUnknown': 'não foi possível ler o que o backup contém',
  'gate.contentsUnknown.hint':
    'Sem isso ninguém sabe o que a restauração faria. Veja no ponto de recuperação o que falta.',

  'gate.tenantCrossing':
    'objetos de um tenant iriam para o namespace de outro, e nenhuma regra da política de restauração permite isso pelo nome',
  'gate.veleroNamespace':
    'ela toca o namespace em que o Velero roda, e nenhuma regra da política de restauração permite isso pelo nome',
  'gate.gateObjects':
    'ela toca objetos de que as aprovações dependem, e nenhuma regra da política de restauração permite isso pelo nome',
  'gate.noRule':
    'nenhuma regra da política de restauração cobre esta restauração',
  'gate.noOwner':
    'o workspace {{workspace}} não tem dono que possa aprovar: indique um nos seus namespaces ou na sua entidade do catálogo',
  'gate.noOtherPeople':
    '{{many}} de {{groups}} precisam aprovar, e além de você e dos que os outros fatores exigem não há ninguém: acrescente pessoas ao grupo, deixe outra pessoa fazer o pedido, ou mude a política de restauração',
  'gate.tooFewPeople':
    '{{many}} de {{groups}} precisam aprovar, e além de você e dos que os outros fatores exigem há só {{available}}: acrescente pessoas ao grupo, deixe outra pessoa fazer o pedido, ou mude a política de restauração',

  'gate.cannotSucceed': 'A restauração não pode dar certo',
  'gate.policyRefuses': 'A política de restauração recusa esta restauração',
  'gate.neverApproved': 'O pedido nunca poderia ser aprovado',
  'gate.cannotBeFiled': 'O pedido não pode ser registrado',
  'gate.clusterShut': 'O cluster {{cluster}} não deixa o portal olhar',
  'gate.personUnknown':
    'o catálogo não tem {{person}}, e assim ninguém saberia depois se você ainda tem o direito',
  'gate.personUnknown.hint': 'Peça que seu usuário seja posto no catálogo.',
  'gate.timePast': 'a hora desejada já passou',
  'gate.timePast.hint':
    'Deixe-a em branco para restaurar assim que for aprovado.',
  'gate.timeAfterExpiry': 'o backup expira em {{at}}, antes da hora desejada',
  'gate.timeAfterExpiry.hint':
    'Escolha uma hora anterior ou um ponto de recuperação mais novo.',
  'gate.previewMoved':
    'O que a restauração faria mudou desde a prévia. Olhe de novo',
  'gate.supersededNotOpen':
    'O pedido {{request}}, cujo lugar este tomaria, não está aberto',

  'gate.permissionMissing': 'É preciso ter a permissão {{permission}}',
  'gate.permissionOnWorkspace':
    'É preciso a permissão {{permission}} sobre o workspace {{workspace}}',
  'gate.beyondRights':
    'A restauração toca workspaces, ou namespaces de nenhum workspace, sobre os quais você não tem direito',
  'gate.inPerson':
    'Isto se decide em pessoa: {{through}} não pode fazê-lo por alguém',
  'gate.trailOfSome':
    'Você só pode ler a trilha de alguns workspaces: informe um deles',
  'gate.permissionNeeded':
    'É preciso ter a permissão {{permission}} sobre tudo o que o pedido toca',
  'gate.no.ended': 'O pedido terminou',
  'gate.no.notPending': 'O pedido não espera mais por votos',
  'gate.no.notApproved': 'O pedido não está aprovado',
  'gate.no.notExecuting': 'O pedido não está em execução',
  'gate.no.tooEarly': 'A hora desejada ainda não chegou',
  'gate.no.digestChanged':
    'O que você viu não é o que o pedido pede. Abra-o de novo',
  'gate.no.alreadyVoted':
    'Você já votou, e um voto não se desfaz. Outra pessoa pode vetar, e quem pode cancelar pode cancelar',
  'gate.no.alreadyReviewed': 'A restauração já foi revista',
  'gate.no.servicesDoNotVote': 'Só pessoas votam',
  'gate.no.ownRequest': 'Ninguém decide sobre o próprio pedido',
  'gate.no.notEntitled':
    'Você não está em nenhum dos grupos de cujo consentimento o pedido precisa',
  'gate.no.commentRequired': 'É preciso um comentário',
  'gate.no.notBreakGlass':
    'Só restaurações que foram feitas sem aprovação são revistas',

  'gate.nothingLogged': 'Nada foi restaurado: não há log.',
  'gate.logLater': 'O Velero envia o log quando termina.',
  'gate.logGone': 'O Restore não existe mais, nem o log dele.',
};
