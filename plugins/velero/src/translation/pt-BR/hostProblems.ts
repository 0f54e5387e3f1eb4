const CONFIGURED = 'Veja velero.topologyA.hosts na configuração do portal.';
const RIGHT_FILE =
  'Indique o manifest.json ao lado dos backups, como o appgear-backup o escreveu.';

export default {
  'host.redirects':
    'O host responde com um redirecionamento ({{status}}), que não é seguido.',
  'host.redirects.hint': CONFIGURED,
  'host.answers': 'O host responde com {{status}}.',
  'host.answers.hint': CONFIGURED,
  'host.slow': 'O host não responde a tempo.',
  'host.slow.hint': 'Veja se ele está no ar, e se o portal pode alcançá-lo.',

  'host.noFile': 'O manifesto não é um arquivo.',
  'host.noFile.hint': CONFIGURED,
  'host.tooLarge': 'O manifesto passa de 1 MiB.',
  'host.tooLarge.hint':
    'Guarde menos backups (KEEP_BACKUPS), ou veja se este é o arquivo certo.',
  'host.noManifest': 'Não há manifesto.',
  'host.noManifest.hint': `Execute o appgear-backup no host uma vez. ${CONFIGURED}`,
  'host.forbidden': 'O portal não pode ler o manifesto.',
  'host.forbidden.hint':
    'Deixe o usuário com que o portal roda lê-lo; veja topology-a/README.md.',
  'host.unreadable': 'O manifesto não pode ser lido.',
  'host.unreadable.hint': CONFIGURED,
  'host.unreadableFor': 'O manifesto não pode ser lido ({{code}}).',
  'host.unreadableFor.hint': CONFIGURED,

  'host.notJson': 'O manifesto não é JSON.',
  'host.notJson.hint': RIGHT_FILE,
  'host.otherManifest':
    'O manifesto não é o de um host de topologia A: {{problem}}',
  'host.otherManifest.hint': RIGHT_FILE,
};
