export default {
  'page.title': 'Recuperação de desastres',
  'page.overview': 'Visão geral',
  'page.workspaces': 'Workspaces',
  'page.backups': 'Backups',
  'page.schedules': 'Agendamentos',
  'page.storage': 'Armazenamento',
  'page.restores': 'Restaurações',
  'page.audit': 'Auditoria',

  'card.title': 'Recuperação de desastres',
  'card.more': 'Tudo sobre este workspace',

  'state.loading': 'Carregando…',
  'state.retry': 'Tentar de novo',
  'state.forbidden.title': 'Você não tem acesso a esta página',
  'state.forbidden.hint':
    'Falta uma permissão à sua conta. Se você precisa dela para o seu trabalho, fale com quem administra este portal.',
  'state.withheld': 'Você não tem permissão para ver isto.',
  'state.notFound.title': 'Não há nada aqui',
  'state.notFound.hint':
    'Pode ter sido excluído ou ter expirado, ou o endereço está errado.',
  'state.failed.title': 'Não foi possível carregar',
  'state.failed.hint':
    'A página tenta de novo sozinha. Se isso persistir, avise quem administra este portal.',
  'state.notRefreshed.title': 'Não foi possível atualizar o que está na tela',
  'state.notRefreshed.hint': 'Confirmado pela última vez {{age}}. {{message}}',

  'freshness.stale':
    '{{cluster}} não responde. O que aparece dele era verdade {{age}}.',
  'freshness.unreachable':
    '{{cluster}} nunca respondeu. Nada dele aparece aqui.',
  'freshness.connecting':
    '{{cluster}} está sendo lido pela primeira vez. Suas linhas vão aparecer.',
  'freshness.many_one': '{{count}} cluster está desatualizado',
  'freshness.many_other': '{{count}} clusters estão desatualizados',

  'list.search': 'Buscar',
  'list.searchHint': 'Parte de um nome',
  'list.sort': 'Ordem',
  'list.ascending': '{{column}}, crescente',
  'list.descending': '{{column}}, decrescente',
  'list.clear': 'Limpar filtros',
  'list.filter': '{{filter}}: {{value}}',
  'list.removeFilter': 'Remover filtro: {{filter}}: {{value}}',
  'list.noMatch': 'Nada corresponde a estes filtros',
  'list.none': 'Nenhum item',
  'list.range': '{{from, number}}–{{to, number}} de {{total, number}}',
  'list.first': 'Primeira página',
  'list.previous': 'Página anterior',
  'list.next': 'Próxima página',
  'list.last': 'Última página',
  'list.more_one': 'e mais {{count}}',
  'list.more_other': 'e mais {{count}}',

  number: '{{value, number}}',
  notYet: 'Ainda não',
  notKnown: 'Desconhecido',
};
