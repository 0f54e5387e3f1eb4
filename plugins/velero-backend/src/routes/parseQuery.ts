import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Reads a request's query.
 *
 * @throws InputError (400) that names each parameter and what is wrong with it
 */
export function parseQuery<T extends z.ZodType>(
  schema: T,
  query: unknown,
): z.output<T> {
  const result = schema.safeParse(query);
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => `${key}: unknown parameter`)
      : `${issue.path.join('.')}: ${issue.message}`,
  );
  throw new InputError(`The query cannot be used: ${problems.join('; ')}`);
}
