/** A figura dos pontos de recuperação no tempo. */
export default {
  'timeline.title': 'Pontos de recuperação no tempo',
  'timeline.point': '{{backup}}, {{time}}: {{grade}}',
  'timeline.target': 'Sombreado: dentro da meta de {{target}}',
  'timeline.newest':
    'Só os {{shown, number}} mais recentes de {{total, number}} estão na figura.',
};
