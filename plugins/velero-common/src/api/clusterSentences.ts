const CREDENTIALS_HINT =
  'Check the kubeconfig, tokenFile or caFile of the cluster; they are read again by themselves.';

/** What keeps the portal from reading a cluster: see `SENTENCES`. @public */
export const CLUSTER_SENTENCES = {
  'cluster.nothingListens':
    'Nothing accepts connections at the address of the API server.',
  'cluster.nothingListens.hint':
    'Check that the API server runs, and its address in the configuration.',
  'cluster.closed': 'The API server closed the connection.',
  'cluster.nameUnknown': 'The name of the API server is not known to DNS.',
  'cluster.nameUnknown.hint': 'Check the address in the configuration.',
  'cluster.noDns': 'DNS does not answer.',
  'cluster.notInTime': 'The API server cannot be reached in time.',
  'cluster.noWay': 'There is no way to the API server from here.',
  'cluster.silent':
    'The API server does not answer: nothing was heard for {{seconds}} seconds.',
  'cluster.unreadable': 'The API server cannot be read.',
  'cluster.unreadableFor': 'The API server cannot be read ({{code}}).',

  'cluster.untrusted':
    'The certificate of the API server is not signed by the configured authority.',
  'cluster.untrusted.hint':
    'If the authority of the cluster was replaced, put its new certificate into caFile or the kubeconfig; the portal reads it again by itself.',
  'cluster.certificateExpired':
    'The certificate of the API server has expired.',
  'cluster.certificateExpired.hint': 'Renew it on the cluster.',
  'cluster.certificateNotYetValid':
    'The certificate of the API server is not valid yet.',
  'cluster.certificateNotYetValid.hint':
    'Compare the clocks of the portal and the cluster.',
  'cluster.certificateOfAnother':
    'The certificate of the API server is for another name.',
  'cluster.certificateOfAnother.hint':
    'Use an address that the certificate names, or tls-server-name in the kubeconfig.',
  'cluster.notPem': 'A configured certificate or key is not in PEM format.',
  'cluster.notPem.hint': 'Check caFile, or the certificates in the kubeconfig.',

  'cluster.pluginSilent':
    'The credentials cannot be used: the plugin does not answer.',
  'cluster.pluginSilent.hint': CREDENTIALS_HINT,
  'cluster.pluginFails':
    'The credentials cannot be used: the plugin {{path}} cannot be run: {{code}}.',
  'cluster.pluginFails.hint': CREDENTIALS_HINT,
  'cluster.fileUnreadable':
    'The credentials cannot be used: {{path}} cannot be read: {{code}}.',
  'cluster.fileUnreadable.hint': CREDENTIALS_HINT,
  'cluster.kubeconfigUnusable':
    'The credentials cannot be used: the kubeconfig cannot be parsed, or its plugin failed.',
  'cluster.kubeconfigUnusable.hint': CREDENTIALS_HINT,
  'cluster.noContext':
    'The credentials cannot be used: the kubeconfig has no context "{{context}}"; it has {{known}}.',
  'cluster.noContext.hint': CREDENTIALS_HINT,
  'cluster.noContexts':
    'The credentials cannot be used: the kubeconfig has no context "{{context}}"; it has none.',
  'cluster.noContexts.hint': CREDENTIALS_HINT,
  'cluster.contextIncomplete':
    'The credentials cannot be used: the cluster or user that context "{{context}}" names is missing from the kubeconfig.',
  'cluster.contextIncomplete.hint': CREDENTIALS_HINT,
  'cluster.notInPod':
    'The credentials cannot be used: inCluster is set, but the portal does not run in a pod: KUBERNETES_SERVICE_HOST is not set.',
  'cluster.notInPod.hint': CREDENTIALS_HINT,

  'cluster.credentialsRefused':
    'The API server does not accept the credentials of the portal.',
  'cluster.credentialsRefused.hint':
    'Renew the token or client certificate; it is read again by itself.',
  'cluster.forbids': '{{said}}',
  'cluster.forbids.hint':
    'Grant what deploy/rbac.yaml lists to the identity of the portal.',
  'cluster.forbidsRestores': '{{said}}',
  'cluster.forbidsRestores.hint':
    'Grant what deploy/rbac-restore.yaml lists to the identity of the portal.',
  'cluster.overloaded': 'The API server is overloaded and asks to wait (429).',
  'cluster.refuses': 'The API server refuses ({{status}}): {{said}}',

  'cluster.noVelero':
    'Velero is not installed: the cluster does not serve velero.io/v1.',
  'cluster.noVelero.hint':
    'Install Velero with its CRDs, or take the cluster out of the configuration. The portal notices by itself.',
  'cluster.noVeleroNamespace':
    'The cluster has no namespace "{{namespace}}", in which Velero was to be.',
  'cluster.noVeleroNamespace.hint':
    'Set veleroNamespace of the cluster in the configuration.',
  'cluster.missingRights': 'The identity of the portal may not {{rights}}.',
  'cluster.missingRights.hint':
    'Grant it what deploy/rbac.yaml lists. The portal notices by itself.',
} as const;
