/** The frame of all pages: tabs, states, lists. */
export default {
  'page.title': 'Disaster recovery',
  'page.overview': 'Overview',
  'page.workspaces': 'Workspaces',
  'page.backups': 'Backups',
  'page.schedules': 'Schedules',
  'page.storage': 'Storage',
  'page.restores': 'Restores',
  'page.audit': 'Audit',

  'card.title': 'Disaster recovery',
  'card.more': 'All about this workspace',

  'state.loading': 'Loading…',
  'state.retry': 'Try again',
  'state.forbidden.title': 'You may not see this',
  'state.forbidden.hint':
    'Your account lacks the permission. Ask the people who run this portal if you need it for your work.',
  'state.withheld': 'You may not see this. Its permission is not yours.',
  'state.notFound.title': 'There is no such thing here',
  'state.notFound.hint':
    'It may have been deleted or expired, or the address is wrong.',
  'state.failed.title': 'This could not be loaded',
  'state.failed.hint':
    'The page tries again by itself. If this lasts, tell the people who run this portal.',
  'state.notRefreshed.title': 'What you see could not be refreshed',
  'state.notRefreshed.hint': 'Last confirmed {{age}}. {{message}}',

  'freshness.stale':
    '{{cluster}} does not answer. What is shown of it was last true {{age}}.',
  'freshness.unreachable':
    '{{cluster}} has never answered. Nothing of it is shown.',
  'freshness.connecting':
    '{{cluster}} is being read for the first time. Its rows will appear.',
  'freshness.many_one': '{{count}} cluster is not up to date',
  'freshness.many_other': '{{count}} clusters are not up to date',

  'list.search': 'Search',
  'list.searchHint': 'Part of a name',
  'list.sort': 'Order',
  'list.ascending': '{{column}}, ascending',
  'list.descending': '{{column}}, descending',
  'list.clear': 'Clear filters',
  'list.filter': '{{filter}}: {{value}}',
  'list.removeFilter': 'Remove filter: {{filter}}: {{value}}',
  'list.noMatch': 'Nothing matches these filters',
  'list.none': 'No entries',
  'list.range': '{{from, number}}–{{to, number}} of {{total, number}}',
  'list.first': 'First page',
  'list.previous': 'Previous page',
  'list.next': 'Next page',
  'list.last': 'Last page',
  'list.more_one': 'and {{count}} more',
  'list.more_other': 'and {{count}} more',

  number: '{{value, number}}',
  notYet: 'Not yet',
  notKnown: 'Not known',
} as const;
