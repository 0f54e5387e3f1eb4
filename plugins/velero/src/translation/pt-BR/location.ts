/** Um local de armazenamento. */
export default {
  'location.facts': 'O que se sabe dele',
  'location.lastSynced': 'Última sincronização',
  'location.never': 'Nunca',
  'location.unavailable': 'Não pode ser usado agora',
  'location.unavailableNext':
    'O que fazer: veja se o bucket pode ser alcançado a partir de {{cluster}}, se ele existe e se as credenciais deste local ainda valem. Até lá, backups nele falham, e nenhum de seus pontos pode ser restaurado por ele.',
  'location.notValidated':
    'O Velero ainda não o verificou. Ele verifica cada local cerca de uma vez por minuto; veja se o Velero está em execução em {{cluster}}.',
  'location.writers':
    'Mais de um cluster escreve aqui: {{clusters}}. O que um exclui está excluído para todos, nomes iguais colidem, e de nenhum backup se sabe ao certo de quem é.',
  'location.writersNext':
    'O que fazer: dê a cada cluster seu próprio prefixo no bucket, e deixe os outros só ler.',
  'location.users': 'Quem usa este lugar do bucket',
  'location.usersNote':
    'Locais de todos os clusters com o mesmo provedor, bucket e prefixo.',
  'location.alone': 'Ninguém mais o usa.',
};
