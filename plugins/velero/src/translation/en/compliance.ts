/** The compliance report. */
export default {
  'page.compliance': 'Compliance',

  'compliance.title': 'How workspaces were protected',
  'compliance.note':
    'Of the time in which a verdict was known. A workspace that was not protected for a moment has a gap.',
  'compliance.from': 'First day',
  'compliance.to': 'Last day',
  'compliance.tenant': 'Tenant',
  'compliance.allTenants': 'All tenants',
  'compliance.badSpan':
    'The last day must not be before the first, and at most {{days, number}} days after it.',
  'compliance.print': 'Print',
  'compliance.csv': 'Download CSV',
  'compliance.json': 'Download JSON',
  'compliance.notSaved': 'The report could not be downloaded',
  'compliance.span': 'From {{from}} until {{to}}. Made {{made}}.',
  'compliance.byTenant': 'By tenant',
  'compliance.byWorkspace': 'By workspace',
  'compliance.noTenant': 'Of no tenant',
  'compliance.empty': 'Nothing is known of any workspace in this time.',
  'compliance.workspaces': 'Workspaces',
  'compliance.protected': 'Protected',
  'compliance.percent': '{{value, number}}%',
  'compliance.longestGap': 'Longest gap',
  'compliance.noGap': 'None',
  'compliance.known': 'Known for',
  'compliance.verdict': 'Verdict at the end',
  'compliance.gone': 'It is gone',
  'compliance.otherwise': 'When not protected',
} as const;
