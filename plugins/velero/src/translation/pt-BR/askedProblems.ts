export default {
  'asked.query': 'A consulta não pode ser usada',
  'asked.body': 'O pedido não pode ser usado',
  'asked.unknown': '{{field}}: campo desconhecido',
  'asked.notOneOf': '{{field}}: precisa ser um destes: {{options}}',
  'asked.notOfType': '{{field}}: precisa estar presente, como {{type}}',
  'asked.tooBig': '{{field}}: no máximo {{limit}}',
  'asked.tooSmall': '{{field}}: no mínimo {{limit}}',
  'asked.unusable': '{{field}}: não pode ser usado assim',

  'asked.notYaml':
    'O agendamento não é YAML: linha {{line}}, coluna {{column}} ({{code}}).',
  'asked.noSchedule':
    'O texto precisa ser um só manifesto do tipo Schedule, com spec.template.',
  'asked.noTemplate':
    'O agendamento não tem spec.template, ou ele não é um mapa.',
  'asked.noCluster': 'Não há um cluster {{cluster}} que você possa ver.',
} as const;
