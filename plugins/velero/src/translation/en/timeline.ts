/** The picture of recovery points in time. */
export default {
  'timeline.title': 'Recovery points in time',
  'timeline.point': '{{backup}}, {{time}}: {{grade}}',
  'timeline.target': 'Shaded: within the target of {{target}}',
  'timeline.newest':
    'Only the newest {{shown, number}} of {{total, number}} are in the picture.',
} as const;
