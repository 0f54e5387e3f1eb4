/** O relatório de conformidade. */
export default {
  'page.compliance': 'Conformidade',

  'compliance.title': 'Como os workspaces estiveram protegidos',
  'compliance.note':
    'Do tempo em que um veredito era conhecido. Um workspace que ficou sem proteção por um momento tem uma lacuna.',
  'compliance.from': 'Primeiro dia',
  'compliance.to': 'Último dia',
  'compliance.tenant': 'Tenant',
  'compliance.allTenants': 'Todos os tenants',
  'compliance.badSpan':
    'O último dia não pode vir antes do primeiro, nem mais de {{days, number}} dias depois dele.',
  'compliance.print': 'Imprimir',
  'compliance.csv': 'Baixar CSV',
  'compliance.json': 'Baixar JSON',
  'compliance.notSaved': 'Não foi possível baixar o relatório',
  'compliance.span': 'De {{from}} até {{to}}. Feito {{made}}.',
  'compliance.byTenant': 'Por tenant',
  'compliance.byWorkspace': 'Por workspace',
  'compliance.noTenant': 'Sem tenant',
  'compliance.empty': 'Nada se sabe de nenhum workspace neste período.',
  'compliance.workspaces': 'Workspaces',
  'compliance.protected': 'Protegido',
  'compliance.percent': '{{value, number}}%',
  'compliance.longestGap': 'Maior lacuna',
  'compliance.noGap': 'Nenhuma',
  'compliance.known': 'Conhecido por',
  'compliance.verdict': 'Veredito no fim',
  'compliance.gone': 'Não existe mais',
  'compliance.otherwise': 'Quando sem proteção',
};
