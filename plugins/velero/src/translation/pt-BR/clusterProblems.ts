const CREDENTIALS_HINT =
  'Confira o kubeconfig, o tokenFile ou o caFile do cluster; o portal os lê de novo sozinho.';

export default {
  'cluster.nothingListens':
    'Nada aceita conexões no endereço do servidor da API.',
  'cluster.nothingListens.hint':
    'Confira se o servidor da API está no ar, e o endereço dele na configuração.',
  'cluster.closed': 'O servidor da API fechou a conexão.',
  'cluster.nameUnknown': 'O DNS não conhece o nome do servidor da API.',
  'cluster.nameUnknown.hint': 'Confira o endereço na configuração.',
  'cluster.noDns': 'O DNS não responde.',
  'cluster.notInTime': 'O servidor da API não pôde ser alcançado a tempo.',
  'cluster.noWay': 'Não há caminho daqui até o servidor da API.',
  'cluster.silent':
    'O servidor da API não responde: há {{seconds}} segundos não se ouve nada dele.',
  'cluster.unreadable': 'O servidor da API não pode ser lido.',
  'cluster.unreadableFor': 'O servidor da API não pode ser lido ({{code}}).',

  'cluster.untrusted':
    'O certificado do servidor da API não foi assinado pela autoridade configurada.',
  'cluster.untrusted.hint':
    'Se a autoridade do cluster foi trocada, coloque o novo certificado dela no caFile ou no kubeconfig; o portal o lê de novo sozinho.',
  'cluster.certificateExpired': 'O certificado do servidor da API expirou.',
  'cluster.certificateExpired.hint': 'Renove-o no cluster.',
  'cluster.certificateNotYetValid':
    'O certificado do servidor da API ainda não é válido.',
  'cluster.certificateNotYetValid.hint':
    'Compare os relógios do portal e do cluster.',
  'cluster.certificateOfAnother':
    'O certificado do servidor da API é de outro nome.',
  'cluster.certificateOfAnother.hint':
    'Use um endereço que esteja no certificado, ou tls-server-name no kubeconfig.',
  'cluster.notPem':
    'Um certificado ou uma chave da configuração não está no formato PEM.',
  'cluster.notPem.hint': 'Confira o caFile, ou os certificados no kubeconfig.',

  'cluster.pluginSilent':
    'As credenciais não podem ser usadas: o plugin não responde.',
  'cluster.pluginSilent.hint': CREDENTIALS_HINT,
  'cluster.pluginFails':
    'As credenciais não podem ser usadas: o plugin {{path}} não pode ser executado: {{code}}.',
  'cluster.pluginFails.hint': CREDENTIALS_HINT,
  'cluster.fileUnreadable':
    'As credenciais não podem ser usadas: {{path}} não pode ser lido: {{code}}.',
  'cluster.fileUnreadable.hint': CREDENTIALS_HINT,
  'cluster.kubeconfigUnusable':
    'As credenciais não podem ser usadas: o kubeconfig não pode ser interpretado, ou o plugin dele falhou.',
  'cluster.kubeconfigUnusable.hint': CREDENTIALS_HINT,
  'cluster.noContext':
    'As credenciais não podem ser usadas: o kubeconfig não tem o contexto "{{context}}"; ele tem {{known}}.',
  'cluster.noContext.hint': CREDENTIALS_HINT,
  'cluster.noContexts':
    'As credenciais não podem ser usadas: o kubeconfig não tem o contexto "{{context}}"; ele não tem nenhum.',
  'cluster.noContexts.hint': CREDENTIALS_HINT,
  'cluster.contextIncomplete':
    'As credenciais não podem ser usadas: falta no kubeconfig o cluster ou o usuário que o contexto "{{context}}" nomeia.',
  'cluster.contextIncomplete.hint': CREDENTIALS_HINT,
  'cluster.notInPod':
    'As credenciais não podem ser usadas: inCluster está ligado, mas o portal não roda em um pod: KUBERNETES_SERVICE_HOST não está definido.',
  'cluster.notInPod.hint': CREDENTIALS_HINT,

  'cluster.credentialsRefused':
    'O servidor da API não aceita as credenciais do portal.',
  'cluster.credentialsRefused.hint':
    'Renove o token ou o certificado de cliente; o portal o lê de novo sozinho.',
  'cluster.forbids': '{{said}}',
  'cluster.forbids.hint':
    'Conceda à identidade do portal o que está em deploy/rbac.yaml.',
  'cluster.forbidsRestores': '{{said}}',
  'cluster.forbidsRestores.hint':
    'Conceda à identidade do portal o que está em deploy/rbac-restore.yaml.',
  'cluster.overloaded':
    'O servidor da API está sobrecarregado e pede para esperar (429).',
  'cluster.refuses': 'O servidor da API recusa ({{status}}): {{said}}',

  'cluster.noVelero':
    'O Velero não está instalado: o cluster não serve velero.io/v1.',
  'cluster.noVelero.hint':
    'Instale o Velero com os CRDs dele, ou tire o cluster da configuração. O portal percebe sozinho.',
  'cluster.noVeleroNamespace':
    'O cluster não tem o namespace "{{namespace}}", em que o Velero deveria estar.',
  'cluster.noVeleroNamespace.hint':
    'Defina o veleroNamespace do cluster na configuração.',
  'cluster.missingRights': 'A identidade do portal não pode {{rights}}.',
  'cluster.missingRights.hint':
    'Conceda a ela o que está em deploy/rbac.yaml. O portal percebe sozinho.',
} as const;
