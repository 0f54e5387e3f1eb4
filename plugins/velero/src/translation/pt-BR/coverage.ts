/** O simulador de cobertura. */
export default {
  'coverage.title': 'O que vai guardar',
  'coverage.note':
    'Experimentado com o que existe agora no cluster, pelas regras do próprio Velero. Nada é alterado.',
  'coverage.new': 'Experimentar um novo agendamento',
  'coverage.newNote':
    'Cole o manifesto de um agendamento e veja o que ele guardaria antes de executar.',
  'coverage.cluster': 'No cluster',
  'coverage.noCluster':
    'Não há cluster com Velero que você possa ver, para experimentar.',
  'coverage.manifest': 'Manifesto do agendamento, YAML',
  'coverage.manifestHint':
    'Um objeto do tipo Schedule. Ele é lido e descartado; nada é aplicado.',
  'coverage.edit': 'Editar e experimentar',
  'coverage.paste': 'Colar e experimentar',
  'coverage.run': 'Experimentar',
  'coverage.asItIs': 'Voltar ao agendamento como ele é',
  'coverage.refused': 'Este manifesto não pode ser experimentado',
  'coverage.asOf':
    'Pelas regras do Velero {{version}}, com o que existia lá {{age}}.',
  'coverage.unread':
    'O que existe no cluster ainda não foi lido, então nada se pode dizer ao certo.',
  'coverage.edited': 'Isto é o que o texto acima guardaria.',
  'coverage.omitted':
    'Existe coisa demais no cluster para experimentar tudo de uma vez. Ficaram de fora: {{workspaces}}.',
  'coverage.problems': 'O que daria errado com o backup como um todo',
  'coverage.problem.invalid': 'O Velero o recusa: {{message}}',
  'coverage.problem.namespaceMissing': 'O namespace {{message}} não existe.',
  'coverage.problem.selectorRefused':
    'O servidor de API recusa o seletor de labels {{message}}.',
  'coverage.allWorkspaces': 'Todos os workspaces',
  'coverage.empty': 'Não há neste cluster workspace que você possa ver.',

  'coverage.outcome': 'Guardaria',
  'coverage.outcome.all': 'Tudo',
  'coverage.outcome.part': 'Uma parte',
  'coverage.outcome.nothing': 'Nada',
  'coverage.outcome.nothingLives': 'Nada existe lá',
  'coverage.outcome.unknown': 'Não se sabe',
  'coverage.objects': 'Objetos guardados',
  'coverage.missed': 'O que faltaria, e por quê',
  'coverage.missedOf': '{{kinds}}: {{why}}',
  'coverage.excluded':
    '{{kinds}}: de fora de propósito, pelo label velero.io/exclude-from-backup',
  'coverage.volumes': 'Volumes',

  'forecast.stored': 'no armazenamento',
  'forecast.snapshot': 'em um snapshot que sobrevive ao cluster',
  'forecast.local': 'só em um snapshot ao lado do volume',
  'forecast.notSaved': 'sem dados',
  'forecast.notHeld': 'nem a claim',
  'forecast.unknown': 'não se sabe',

  'miss.namespaceNotIncluded': 'seu namespace não está na lista',
  'miss.namespaceExcluded': 'seu namespace está excluído',
  'miss.namespaceExcludedByLabel':
    'seu namespace tem o label velero.io/exclude-from-backup',
  'miss.namespacePatternIsLiteral':
    'este Velero toma o padrão ao pé da letra, e não acha namespace com esse nome',
  'miss.kindNotIncluded': 'seu tipo não está na lista',
  'miss.kindExcluded': 'seu tipo está excluído',
  'miss.kindExcludedByVelero': 'o próprio Velero cuida deste tipo',
  'miss.clusterScopedOff': 'objetos do cluster inteiro estão desligados',
  'miss.clusterScopedOnlyByChain':
    'só vem junto com outro objeto, e nenhum o traz',
  'miss.labelSelector':
    'falta o label nele mesmo; labels do seu namespace não contam',
  'miss.labelSelectorRefused': 'o seletor de labels é recusado',
  'miss.namespaceWithoutSelection': 'nada no namespace é selecionado',
  'miss.excludedByLabel': 'tem o label velero.io/exclude-from-backup',
  'miss.terminating': 'está sendo excluído',
  'miss.servedByOtherGroup': 'é incluído por outro grupo da API',
  'miss.invalid': 'o Velero recusa o agendamento inteiro',

  'patch.title': 'O que mudar',
  'patch.note':
    'Para o repositório onde o agendamento vive; correto para o Velero deste cluster. Com a mudança, de {{total, number}} namespaces {{held, number}} estariam guardados por inteiro.',
  'patch.diff': 'A mudança como diff',
  'patch.copy': 'Copiar o diff',
  'patch.copyAfter': 'Copiar o novo manifesto',
  'patch.copied': 'Copiado',
  'patch.notCopied':
    'Não foi possível copiar. Selecione o texto e copie à mão.',
  'patch.none':
    'Não há o que mudar: nenhuma mudança do agendamento guardaria mais.',
  'patch.notNeeded': 'Não há o que mudar: ele guarda tudo.',
  'patch.notAllowed':
    'Você não pode ver a mudança: ela citaria namespaces de outros. Peça a quem opera este portal.',
  'patch.tooLarge':
    'Existe coisa demais no cluster para experimentar mudanças para todos os workspaces de uma vez.',

  'change.dropSelector':
    'não selecionar mais objetos isolados pelos próprios labels: quem os tem são os namespaces',
  'change.dropSelectorFor':
    'incluir os namespaces {{names}} em vez de selecionar objetos isolados pelos próprios labels',
  'change.listNamespaces':
    'listar os namespaces {{names}} por nome: este Velero toma padrões ao pé da letra',
  'change.usePattern':
    'incluir namespaces pelo padrão {{names}}, que acompanha os que vierem depois',
  'change.keepNamespaces': 'não excluir mais os namespaces {{names}}',
  'change.keepKinds': 'incluir também os tipos {{names}}',
  'change.moveSnapshotData':
    'mover os dados de snapshots para o armazenamento; isto exige um node agent no cluster',
  'change.copyVolumes':
    'copiar arquivo por arquivo os volumes que não aceitam snapshot; isto exige um node agent no cluster',
  'change.snapshotVolumes': 'não desligar mais snapshots de volumes',
};
