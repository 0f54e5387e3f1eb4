/** What is wrong with what was asked for: see `SENTENCES`. @public */
export const ASKED_SENTENCES = {
  'asked.query': 'The query cannot be used',
  'asked.body': 'The request cannot be used',
  'asked.unknown': '{{field}}: unknown field',
  'asked.notOneOf': '{{field}}: has to be one of {{options}}',
  'asked.notOfType': '{{field}}: has to be there, as {{type}}',
  'asked.tooBig': '{{field}}: at most {{limit}}',
  'asked.tooSmall': '{{field}}: at least {{limit}}',
  'asked.unusable': '{{field}}: cannot be used so',

  'asked.notYaml':
    'The schedule is not YAML: line {{line}}, column {{column}} ({{code}}).',
  'asked.noSchedule':
    'The text has to be one manifest of kind Schedule, with spec.template.',
  'asked.noTemplate': 'The schedule has no spec.template, or it is not a map.',
  'asked.noCluster': 'There is no cluster {{cluster}} that you may see.',
} as const;
