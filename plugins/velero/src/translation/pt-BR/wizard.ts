export default {
  'wizard.title': 'Pedir uma restauração',
  'wizard.steps': 'Passos',
  'wizard.step': 'Passo {{number, number}} de {{total, number}}: {{title}}',
  'wizard.step.source': 'O que trazer de volta',
  'wizard.step.target': 'Para onde',
  'wizard.step.options': 'O que exatamente',
  'wizard.step.preview': 'O que aconteceria',
  'wizard.step.review': 'Por quê, e registrar',
  'wizard.back': 'Voltar',
  'wizard.next': 'Avançar: {{step}}',
  'wizard.discard': 'Descartar este rascunho',
  'wizard.resumed': 'Você continua um rascunho que esta aba guardou.',
  'wizard.supersedes':
    'Este pedido toma o lugar de um que está aberto, que é cancelado quando este for registrado.',
  'wizard.supersedes.link': 'O pedido aberto',
  'wizard.toMend_one': 'Falta corrigir uma coisa antes de avançar',
  'wizard.toMend_other': 'Falta corrigir {{count}} coisas antes de avançar',

  'wizard.workspace': 'Workspace',
  'wizard.workspace.none': 'Nenhum: tudo o que há no backup',
  'wizard.workspace.search': 'Parte de um nome',
  'wizard.workspace.hint':
    'Os pontos de um workspace são comparados com o que existe nele agora.',
  'wizard.points': 'Ponto para o qual voltar',
  'wizard.points.hint':
    'O que mudou depois de um ponto não está nele. Um ponto que guarda pouco diz isso.',
  'wizard.points.none':
    'Não há ponto de recuperação deste workspace: nada pode ser trazido de volta.',
  'wizard.point.chosen': 'Ponto escolhido',
  'wizard.point.takenAt': 'Feito',
  'wizard.point.backup': 'Backup',
  'wizard.point.expiresAt': 'Expira',
  'wizard.warn.empty':
    'Este ponto não guarda nada do que existe no workspace. Uma restauração a partir dele não traz nada de volta.',
  'wizard.warn.otherwise_one':
    'Este ponto não guarda nada do que existe agora no workspace, mas {{count, number}} objeto que não existe mais ou não precisa de backup. Uma restauração o traz de volta se ele não existe mais.',
  'wizard.warn.otherwise_other':
    'Este ponto não guarda nada do que existe agora no workspace, mas {{count, number}} objetos que não existem mais ou não precisam de backup. Uma restauração traz de volta os que não existem mais.',
  'wizard.warn.localOnly':
    'Os dados dos volumes só existem em snapshots ao lado deles. Se esse armazenamento se perder, eles voltam vazios.',
  'wizard.warn.metadataOnly':
    'Este ponto não guarda dados dos volumes. Eles voltariam vazios.',
  'wizard.warn.partial': 'Este ponto não guarda tudo.',
  'wizard.warn.unknown':
    'Não se sabe o que este ponto guarda. Não conte com ele antes da prévia.',
  'wizard.warn.unavailable':
    'Não se sabe se o armazenamento dele está disponível. O Velero talvez não consiga lê-lo.',
  'wizard.namespaces': 'Namespaces a trazer de volta',
  'wizard.namespaces.hint':
    'Nenhum escolhido significa todos os namespaces do backup, de quem quer que sejam.',
  'wizard.namespaces.all':
    'Nenhum namespace foi escolhido: tudo o que há no backup seria restaurado.',

  'wizard.place': 'Para onde vai',
  'wizard.place.same': 'Mesmo lugar: os namespaces de onde veio',
  'wizard.place.same.hint':
    'O que existe lá fica como está, a menos que você diga outra coisa. Dados nunca são restaurados em volumes que existem.',
  'wizard.place.renamed': 'Novos namespaces no mesmo cluster',
  'wizard.place.renamed.hint':
    'Nada do que existe é tocado. Serve para olhar, comparar ou fazer um ensaio.',
  'wizard.place.elsewhere': 'Outro cluster',
  'wizard.place.elsewhere.hint':
    'Um que conheça o armazenamento do backup. Serve quando o cluster se perdeu.',
  'wizard.place.bucket': '{{name}} é um bucket, que o portal apenas lê.',
  'wizard.place.nowhere':
    'Nenhum outro cluster conhece o armazenamento deste backup.',
  'wizard.cluster': 'Cluster',
  'wizard.cluster.choose': 'Escolha um cluster',
  'wizard.cluster.facts': '{{title}} · {{role}} · Velero {{version}}',
  'wizard.cluster.factsUnknown': '{{title}} · {{role}}',
  'wizard.rename': 'Novos nomes',
  'wizard.rename.from': '{{namespace}} passa a ser',
  'wizard.rename.optional': 'Vazio: mantém o nome.',
  'wizard.rename.suffix': 'Acrescentar “-restored” a todos',
  'wizard.rename.unknown':
    'Escolha antes, no passo anterior, os namespaces a trazer de volta.',

  'wizard.options.intro':
    'Tudo aqui pode ficar como está: então o Velero faz o de costume. Ao lado de cada campo está o nome dele no Restore.',
  'wizard.options.version':
    'Não são mostrados os campos que o Velero {{version}} do {{cluster}} não conhece.',
  'wizard.options.scope': 'Quais objetos',
  'wizard.options.volumes': 'Volumes',
  'wizard.options.details': 'Como acontece',
  'wizard.options.danger': 'Perigoso',
  'wizard.options.danger.hint':
    'Isto sobrescreve o que existe, vai além dos namespaces ou executa comandos. Quem precisa consentir vê isto primeiro.',
  'wizard.option.includedNamespaces': 'Só estes namespaces',
  'wizard.option.includedNamespaces.hint':
    'Com os nomes que têm no backup. Vazio: todos. * vale por quaisquer letras.',
  'wizard.option.excludedNamespaces': 'Não estes namespaces',
  'wizard.option.excludedNamespaces.hint': 'Nomes separados por vírgulas.',
  'wizard.option.includedResources': 'Só estes tipos',
  'wizard.option.includedResources.hint':
    'Como deployments.apps, secrets. Vazio: todos os tipos.',
  'wizard.option.excludedResources': 'Não estes tipos',
  'wizard.option.excludedResources.hint': 'Como secrets, ingresses.',
  'wizard.option.labelSelector': 'Só objetos com estes labels',
  'wizard.option.labelSelector.hint':
    'Como o kubectl os aceita, por exemplo app=web,tier in (a,b). Um por linha; mais de uma linha: qualquer uma delas.',
  'wizard.option.restorePVs': 'Trazer os volumes de volta',
  'wizard.option.restorePVs.hint':
    'Não: os claims voltam com volumes vazios ou com o volume que tinham.',
  'wizard.option.writeSparseFiles': 'Gravar arquivos sem as partes vazias',
  'wizard.option.writeSparseFiles.hint':
    'Poupa espaço no volume novo. Vale para backups do sistema de arquivos.',
  'wizard.option.parallelFilesDownload': 'Arquivos ao mesmo tempo',
  'wizard.option.parallelFilesDownload.hint':
    'Quantos arquivos de um volume são lidos ao mesmo tempo. Vazio: tantos quantos processadores o nó tiver.',
  'wizard.option.preserveNodePorts': 'Manter as portas de nó dos Services',
  'wizard.option.preserveNodePorts.hint':
    'Falha onde a porta já está em uso. Não: recebem portas novas.',
  'wizard.option.statusIncluded': 'Trazer de volta o status destes tipos',
  'wizard.option.statusIncluded.hint':
    'A maioria dos tipos reencontra o próprio status. * significa todos os tipos.',
  'wizard.option.statusExcluded': 'Mas não o status destes tipos',
  'wizard.option.statusExcluded.hint': 'Nomes separados por vírgulas.',
  'wizard.option.itemOperationTimeout': 'Desistir dos dados dos volumes após',
  'wizard.option.itemOperationTimeout.hint':
    'Como 4h ou 1h30m. Vazio: 4 horas.',
  'wizard.option.existingResourcePolicy': 'O que já existe',
  'wizard.option.existingResourcePolicy.hint':
    'Sobrescrever altera o que difere. Nunca restaura dados em volumes que existem.',
  'wizard.option.existingResourcePolicy.default': 'Fica como está (de costume)',
  'wizard.option.existingResourcePolicy.none': 'Fica como está: none',
  'wizard.option.existingResourcePolicy.update': 'É sobrescrito: update',
  'wizard.option.includeClusterResources': 'Objetos do cluster inteiro',
  'wizard.option.includeClusterResources.hint':
    'Como ClusterRoles e custom resource definitions. De costume: só os volumes necessários, quando há namespaces escolhidos.',
  'wizard.option.resourceModifier': 'Alterar objetos por um ConfigMap',
  'wizard.option.resourceModifier.hint':
    'Nome de um ConfigMap com modificadores de recursos no namespace do Velero. O conteúdo dele é congelado com o pedido.',
  'wizard.option.hooks': 'Comandos nos pods restaurados',
  'wizard.option.hooks.hint':
    'A lista de spec.hooks.resources, em YAML. Os pods podem trazer comandos próprios nas anotações.',
  'wizard.option.hooks.addExec': 'Exemplo: um comando',
  'wizard.option.hooks.addInit': 'Exemplo: um contêiner antes',
  'wizard.choice.default': 'O de costume no Velero',
  'wizard.choice.yes': 'Sim',
  'wizard.choice.no': 'Não',

  'wizard.preview.obstacles': 'Esta restauração não pode dar certo',
  'wizard.preview.refused': 'A política recusa esta restauração',
  'wizard.preview.neverApproved': 'Este pedido nunca poderia ser aprovado',
  'wizard.preview.again': 'Olhar de novo',
  'wizard.preview.moved':
    'O que a restauração faria mudou desde que você olhou. Isto é o que ela faria agora.',
  'wizard.preview.effect': 'O que ela faz',
  'wizard.preview.dataNote':
    'A prévia lê o backup e o cluster como estão agora. Antes de o Velero começar, tudo é comparado outra vez; se algo diferir, nada é feito.',
  'wizard.preview.sameTarget_one':
    'Outro pedido aberto escreve nos mesmos namespaces',
  'wizard.preview.sameTarget_other':
    'Outros {{count}} pedidos abertos escrevem nos mesmos namespaces',

  'wizard.reason': 'Por que esta restauração',
  'wizard.reason.hint':
    'Para quem decide e para o registro: o que aconteceu e o que você espera ter de volta.',
  'wizard.ticket': 'Chamado',
  'wizard.ticket.hint': 'O endereço dele, se houver.',
  'wizard.notBefore': 'Não antes de',
  'wizard.notBefore.hint':
    'No seu fuso horário. Vazio: assim que for aprovado.',
  'wizard.review.same': 'O mesmo por outros meios',
  'wizard.review.same.hint':
    'Para ler e guardar. Onde os clusters têm a política de admissão, eles só aceitam um Restore vindo do portal.',
  'wizard.review.yaml': 'Em YAML',
  'wizard.review.command': 'Como comando',
  'wizard.review.withoutFlag':
    'O comando não tem opção para {{fields}}: use o YAML.',
  'wizard.copy': 'Copiar',
  'wizard.copied': 'Copiado',
  'wizard.file': 'Registrar o pedido',
  'wizard.file.hint':
    'Nada acontece antes que todos os que precisam tenham consentido.',
  'wizard.filed': 'O pedido foi registrado',
  'wizard.failed': 'Não foi possível registrar o pedido',
  'wizard.failed.moved':
    'O que a restauração faria mudou desde que você olhou. Olhe de novo antes de registrar.',
  'wizard.failed.forbidden':
    'Você não pode pedir isto. A restauração toca workspaces sobre os quais você não tem direito.',

  'wizard.breakGlass': 'Em uma emergência',
  'wizard.breakGlass.hint':
    'Se pessoas ou dados sofrem dano enquanto você espera o consentimento, pode restaurar imediatamente. Todos os que seriam consultados são avisados agora, e outra pessoa precisa revisar depois.',
  'wizard.breakGlass.open': 'Restaurar sem aprovação…',
  'wizard.breakGlass.incident': 'Incidente',
  'wizard.breakGlass.incident.hint':
    'Como o sistema dele o chama, por exemplo INC-1234.',
  'wizard.breakGlass.confirm':
    'Sei que isto começa imediatamente e não pode ser interrompido.',
  'wizard.breakGlass.submit': 'Restaurar agora',
  'wizard.breakGlass.cancel': 'Não, voltar',
  'wizard.breakGlass.filed': 'A restauração começa',

  'wizard.problem.backup': 'Escolha um ponto para o qual voltar.',
  'wizard.problem.target': 'Escolha um cluster.',
  'wizard.problem.rename': 'Dê um novo nome a {{field}}.',
  'wizard.problem.oneByOne':
    'Escolha os namespaces um a um, para que cada um possa ter outro nome.',
  'wizard.problem.sameName': 'Este é o nome que ele já tem.',
  'wizard.problem.namespaceName':
    'Não é nome de namespace: letras minúsculas, dígitos e hifens, no máximo 63.',
  'wizard.problem.selector': 'Não é um seletor de labels: {{detail}}',
  'wizard.problem.duration': 'Escreva uma duração como 4h ou 1h30m.',
  'wizard.problem.number': 'Escreva um número inteiro, 1 ou mais.',
  'wizard.problem.hooks': 'Não é uma lista de hooks: {{detail}}',
  'wizard.problem.neverRestored': 'O Velero nunca restaura {{name}}: retire.',
  'wizard.problem.inBoth':
    '{{name}} também está incluído: retire de uma das duas listas.',
  'wizard.problem.excludesAll':
    'Deixar * de fora deixaria tudo de fora: escreva nomes.',
  'wizard.problem.allAndOthers': 'Ou só *, que é tudo, ou nomes sem ele.',
  'wizard.problem.reason':
    'Diga em uma frase por quê, para quem decide e para o registro.',
  'wizard.problem.link': 'Escreva um endereço que comece com http ou https.',
  'wizard.problem.time': 'Não é um horário.',
  'wizard.problem.past':
    'Este horário já passou. Vazio significa imediatamente.',
  'wizard.problem.incident': 'Diga qual é o incidente.',
  'wizard.problem.other': '{{field}}: {{detail}}',

  'wizard.link': 'Restaurar…',
  'wizard.link.workspace': 'Restaurar {{workspace}}…',
  'wizard.link.backup': 'Restaurar de {{backup}}…',
};
