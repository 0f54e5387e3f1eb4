import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Reads a request's body.
 *
 * @throws InputError (400) that names each field and what is wrong with it
 */
export function parseBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
): z.output<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(
          key => `${[...issue.path, key].join('.')}: unknown field`,
        )
      : `${issue.path.join('.') || 'body'}: ${issue.message}`,
  );
  throw new InputError(`The request cannot be used: ${problems.join('; ')}`);
}
