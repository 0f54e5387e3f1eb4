/** Pedidos de restauração na busca do portal. */
export default {
  'search.type': 'Pedidos de restauração',
  'search.restoreOf': 'Restauração de {{workspace}}',
  'search.restoreInto': 'Restauração de {{workspace}} em {{namespaces}}',
  'search.restoreFrom':
    'Backup {{backup}} no cluster {{cluster}}. Pedido feito:',
} as const;
