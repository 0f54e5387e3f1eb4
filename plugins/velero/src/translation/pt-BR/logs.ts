/** O log de um backup, e o que o Velero diz que deu errado. */
export default {
  'log.title': 'Log',
  'log.note':
    'O que o Velero escreveu enquanto fazia este backup. É buscado no armazenamento quando você pede.',
  'log.ofRestore':
    'O que o Velero escreveu enquanto restaurava. É buscado no armazenamento quando você pede.',
  'log.show': 'Ler o log',
  'log.level': 'Nível',
  'log.level.debug': 'Tudo',
  'log.level.info': 'Informações e pior',
  'log.level.warning': 'Avisos e erros',
  'log.level.error': 'Só erros',
  'log.is.debug': 'Depuração',
  'log.is.info': 'Informação',
  'log.is.warning': 'Aviso',
  'log.is.error': 'Erro',
  'log.at': 'Hora',
  'log.message': 'Mensagem',
  'log.searchHint': 'Qualquer parte de uma linha',
  'log.empty': 'Nenhuma linha do log corresponde.',
  'log.filtered':
    'Só são mostradas linhas que citam um namespace que você pode ver.',
  'log.truncated': 'O log é maior do que o portal lê dele: falta o final.',

  'messages.ofVelero': 'Sobre o próprio Velero',
  'messages.errors': 'Erros: {{place}}',
  'messages.warnings': 'Avisos: {{place}}',
};
