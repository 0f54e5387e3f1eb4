import { z } from 'zod';
import { problemsIn } from './problemsIn';

const schema = z.strictObject({
  name: z.string().max(3),
  many: z.coerce.number().min(1).default(1),
  order: z.enum(['asc', 'desc']).optional(),
  cron: z
    .string()
    .refine(text => text !== 'never', 'say when')
    .optional(),
});

describe('problemsIn', () => {
  it.each<[object, string, object]>([
    [{ name: 'a', color: 1 }, 'asked.unknown', { field: 'color' }],
    [{}, 'asked.notOfType', { field: 'name', type: 'string' }],
    [{ name: 'long' }, 'asked.tooBig', { field: 'name', limit: '3' }],
    [{ name: 'a', many: 0 }, 'asked.tooSmall', { field: 'many', limit: '1' }],
    [
      { name: 'a', order: 'up' },
      'asked.notOneOf',
      { field: 'order', options: 'asc, desc' },
    ],
    [{ name: 'a', cron: 'never' }, 'asked.unusable', { field: 'cron' }],
  ])('says of %j what pages can say in any language', (input, key, params) => {
    const { error } = schema.safeParse(input);
    expect(problemsIn(error!)).toMatchObject([{ key, params }]);
  });

  it('has the schema’s own words in English', () => {
    const { error } = schema.safeParse({ name: 'a', cron: 'never' });
    expect(problemsIn(error!)[0].message).toBe('cron: say when');
  });
});
