export default {
  'protection.title': 'Se o cluster morresse agora',
  'protection.title.lost': 'O que resta',
  'protection.verdict': 'Veredito',
  'protection.verdict.all': 'Qualquer veredito',
  'protection.notAssessed': 'Ainda não avaliado: o portal ainda está lendo',
  'protection.assessedAt': 'Avaliado',
  'protection.next': 'O que fazer: {{step}}',

  'verdict.protected': 'Protegido',
  'verdict.stale': 'Comprovado, mas antigo demais',
  'verdict.localOnly': 'Volumes só no cluster',
  'verdict.partial': 'Em parte',
  'verdict.metadataOnly': 'Sem os dados dos volumes',
  'verdict.empty': 'Os backups não guardam nada dele',
  'verdict.unprotected': 'Sem proteção',
  'verdict.unknown': 'Desconhecido',

  'grade.complete': 'Guarda tudo',
  'grade.localOnly': 'Volumes só no cluster',
  'grade.partial': 'Em parte',
  'grade.metadataOnly': 'Sem os dados dos volumes',
  'grade.empty': 'Nada do que existe lá agora',
  'grade.unknown': 'Desconhecido',
  'grade.none': 'Não dá para voltar a ele',

  'loss.everything':
    'Se o cluster morresse agora, tudo neste workspace seria perdido.',
  'loss.part':
    'Se o cluster morresse agora, uma parte deste workspace se perderia de vez: não há ponto para o qual voltar.',
  'loss.nothing':
    'Se o cluster morresse agora, nada seria perdido: aqui não há nada que precise de backup.',
  'loss.unknown':
    'Não se sabe o que seria perdido se o cluster morresse agora. Conte com perder tudo.',
  'loss.onlyBackups':
    'Nenhum cluster o mostra mais, no todo ou em parte: disso, só resta o que os backups contêm.',
  'loss.reading':
    'Ainda não se sabe o que seria perdido se o cluster morresse agora: o conteúdo dos backups ainda está sendo lido.',
  'loss.changes':
    'Se o cluster morresse agora, você perderia o que mudou no período mais recente: {{elapsed}}.',
  'loss.only':
    'Nada além disso: está comprovado que esse ponto guarda todo o resto.',
  'loss.objects_one':
    '{{count}} objeto mais antigo não está guardado e seria perdido.',
  'loss.objects_other':
    '{{count}} objetos mais antigos não estão guardados e seriam perdidos.',
  'loss.volumes_one': 'Os dados de {{count}} volume seriam perdidos.',
  'loss.volumes_other': 'Os dados de {{count}} volumes seriam perdidos.',
  'loss.newer_one':
    '{{count}} objeto é mais novo que esse ponto e seria perdido.',
  'loss.newer_other':
    '{{count}} objetos são mais novos que esse ponto e seriam perdidos.',
  'loss.incomplete': 'A perda pode ser maior: nem tudo é conhecido.',

  'rpo.title': 'Idade do ponto comprovado',
  'rpo.target': 'Meta: {{target}}',
  'rpo.none': 'Nenhum ponto comprovado',
  'rpo.source': 'Origem da meta',
  'rpo.source.annotation': 'A anotação do workspace',
  'rpo.source.tier': 'O nível dele',
  'rpo.source.default': 'O padrão do portal',

  'place.namespace': 'Em {{namespace}}, no {{cluster}}:',
  'place.cluster': 'No {{cluster}}:',

  'reason.noPoint': 'Nenhum backup utilizável o inclui.',
  'reason.noPointFailed':
    'Nenhum backup utilizável o inclui. A última tentativa, {{backup}}, {{age}}, terminou em {{phase}}.',
  'reason.recreated':
    'O namespace foi recriado {{age}}; todos os pontos são do anterior, o mais recente é {{backup}}.',
  'reason.originUnknown_one':
    'Não dá para saber de qual cluster é {{count}} ponto: {{backup}}.',
  'reason.originUnknown_other':
    'Não dá para saber de qual cluster são {{count}} pontos, como {{backup}}.',
  'reason.originInferred':
    'Que {{backup}} foi feito no {{cluster}} é uma dedução: o Velero não registra isso.',
  'reason.originInferredNowhere':
    'O cluster em que {{backup}} foi feito é uma dedução: o Velero não registra isso.',
  'reason.evidenceWaiting': 'O conteúdo de {{backup}} ainda está sendo lido.',
  'reason.evidenceUnknown':
    'Não se conhece o conteúdo de {{backup}}: {{failure}}.',
  'reason.evidenceUnknownRetry':
    'Não se conhece o conteúdo de {{backup}}: {{failure}}. Próxima tentativa {{age}}.',
  'reason.storageUnavailable':
    'Não se sabe se o armazenamento {{storage}} de {{backup}} está disponível.',
  'reason.storageUnavailableSays':
    'Não se sabe se o armazenamento {{storage}} de {{backup}} está disponível: {{message}}',
  'reason.inventoryUnread': 'O que existe lá ainda não foi lido.',
  'reason.kindsUnreadable': 'O portal não pode ler alguns tipos: {{kinds}}.',
  'reason.pointEmpty':
    '{{backup}} não guarda nada do que existe lá: {{missing}}.',
  'reason.objectsMissing': '{{backup}} não guarda {{missing}}.',
  'reason.volumesNotSaved':
    '{{backup}} não guarda os dados destes volumes: {{volumes}}.',
  'reason.volumesLocal':
    '{{backup}} só tem estes volumes como snapshots ao lado deles, que se perdem com o armazenamento: {{volumes}}.',
  'reason.volumesUnrecorded':
    '{{backup}} não diz como seus volumes foram salvos.',
  'reason.pointErrors_one': 'O Velero informa {{count}} erro em {{backup}}.',
  'reason.pointErrors_other': 'O Velero informa {{count}} erros em {{backup}}.',
  'reason.tooOld':
    'A idade do ponto comprovado mais recente, {{backup}}, é de {{elapsed}}; a meta é {{target}}.',
  'reason.nothingLives': 'Não há nada lá que precise de backup.',
  'reason.noNamespaces': 'Não se conhece nenhum namespace deste workspace.',
  'reason.targetUnreadable':
    'A meta do próprio workspace não pode ser lida: “{{text}}”. Vale outra.',
  'reason.enabledButNotProtected':
    'Tem o label de backup e não está protegido.',
  'reason.protectedButNotEnabled':
    'Está protegido, embora não tenha o label de backup.',

  'warnings.title': 'O que pode dar errado em breve',
  'warning.lastGoodExpires':
    'O último ponto comprovado, {{backup}}, expira {{age}}, e nenhum mais novo está comprovado.',
  'warning.holdsLess':
    '{{backup}} guarda muito menos que {{before}}: {{held, number}} objetos em vez de {{heldBefore, number}}.',

  'next.addToSchedule':
    'faça um agendamento incluí-lo, pelo label ou pelos namespaces',
  'next.backUpNow': 'faça um backup agora',
  'next.checkCluster': 'veja se o cluster e o Velero dele respondem',
  'next.checkStorage':
    'veja se o armazenamento está acessível e se as credenciais valem',
  'next.clearStuckBackup': 'exclua o backup que não termina',
  'next.fixSchedule': 'corrija o agendamento',
  'next.fixSelection':
    'amplie o que o agendamento seleciona, para incluir estes',
  'next.grantRead': 'permita que o portal leia estes tipos',
  'next.makeSnapshotsPortable':
    'mova os dados dos snapshots para o armazenamento: snapshotMoveData com um node agent',
  'next.readErrors': 'leia os erros do backup',
  'next.restartVelero': 'reinicie o Velero nesse cluster',
  'next.resumeSchedule': 'retome o agendamento',
  'next.saveVolumes':
    'faça o agendamento salvar os volumes: snapshots movidos para o armazenamento ou backup do sistema de arquivos',
  'next.setLabel': 'ajuste o label de backup ao que se pretende',
  'next.setOwnPrefix': 'dê a cada cluster seu próprio prefixo no bucket',
  'next.useMoreFrequentSchedule':
    'faça um agendamento mais frequente incluí-lo ou veja por que este não é executado',
  'next.wait': 'espere, o portal continua sozinho',

  'evidence.clusterUnreachable': 'o cluster dele não responde',
  'evidence.notAllowed': 'o portal não pode pedir downloads ao Velero lá',
  'evidence.notSigned': 'o Velero não deu um endereço para o download',
  'evidence.storageUnavailable':
    'o armazenamento dele não existe mais ou está indisponível',
  'evidence.storageUnreachable': 'o portal não alcança o bucket',
  'evidence.storageUntrusted':
    'o certificado do bucket não é assinado por uma autoridade conhecida',
  'evidence.storageRefused': 'o bucket recusa o download',
  'evidence.storageFailed': 'o bucket responde com um erro',
  'evidence.missing': 'o arquivo não está no bucket',
  'evidence.redirected': 'o bucket redireciona, o que não é seguido',
  'evidence.truncated': 'o arquivo termina no meio',
  'evidence.notGzip': 'o arquivo não é o que o Velero grava',
  'evidence.malformed': 'o arquivo não pode ser lido como o que o Velero grava',
  'evidence.tooLarge': 'o arquivo é maior do que o portal permite',
  'evidence.slow': 'o arquivo não chegou a tempo',
  'evidence.waiting': 'O conteúdo dele ainda está sendo lido.',
  'evidence.none': 'O Velero não o terminou: não há nada para ler.',
  'evidence.unknown': 'Não se conhece o conteúdo dele: {{failure}}.',

  'missing.title': 'O que falta agora',
  'missing.note':
    'Comparado com o que existe no cluster, no ponto ao qual se voltaria.',
  'missing.objects': 'Objetos não guardados',
  'missing.volumes': 'Volumes sem dados',
  'missing.point': 'Ponto ao qual voltar',
  'missing.nothing': 'Nada',
  'missing.noPoint': 'Nenhum',
  'missing.kind': '{{value, number}} {{kind}}',

  'volume.stored': 'no armazenamento',
  'volume.snapshot': 'em um snapshot que sobrevive ao cluster',
  'volume.local': 'só em um snapshot ao lado do volume',
  'volume.failed': 'não foi possível salvá-lo',
  'volume.skipped': 'pulado',
  'volume.notSaved': 'só o claim, sem os dados',
  'volume.notHeld': 'nem o claim está guardado',
  'volume.unrecorded': 'não informado',

  'points.title': 'Pontos de recuperação',
  'points.note':
    'Cada um comparado com o que existe lá agora. Um ponto vale tanto quanto o seu pior namespace.',
  'points.empty': 'Não há ponto de recuperação deste workspace.',
  'points.takenAt': 'Feito',
  'points.grade': 'Veredito',
  'points.otherwise_one':
    'Mas {{count, number}} objeto que não existe mais ou não precisa de backup.',
  'points.otherwise_other':
    'Mas {{count, number}} objetos que não existem mais ou não precisam de backup.',
  'points.origin': 'Feito no cluster',
  'points.inferred': '{{cluster}} (dedução)',
  'points.storage': 'Armazenamento',
  'points.available': 'Disponível',
  'points.notAvailable': 'Não se sabe se está disponível',

  'unsafe.title': 'Quem não está seguro, e por quê',
  'unsafe.none': 'Está comprovado que todos os workspaces estão protegidos.',
  'unsafe.nobody': 'Não há workspace que pudesse ser avaliado.',
  'unsafe.all': 'Todos por veredito',
  'unsafe.backlog_one': '{{count}} backup ainda precisa ser lido.',
  'unsafe.backlog_other': '{{count}} backups ainda precisam ser lidos.',
  'unsafe.backlogStorage':
    'O que está em {{storage}} espera até esse armazenamento voltar a ficar disponível: veja abaixo o que precisa de atenção.',
  'unsafe.backlogClusters':
    'No momento, nada pode ser lido por meio de {{clusters}}; o portal tenta de novo por conta própria.',

  'contents.title': 'O que ele realmente guarda',
  'contents.note':
    'Lido do que o backup lista de si mesmo, por namespace. Só nomes e quantidades.',
  'contents.empty': 'Não guarda nada que você possa ver.',
  'contents.noNamespace': 'De nenhum namespace',
  'contents.kinds': 'Objetos por tipo',
  'contents.volumes': 'Volumes',
  'contents.volumesUnrecorded':
    'O backup não diz como seus volumes foram salvos.',
};
