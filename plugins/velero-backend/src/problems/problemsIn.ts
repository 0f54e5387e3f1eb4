import {
  Problem,
  says,
  Sentence,
} from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';

/** What a schema has against an input, field by field. */
export function problemsIn({ issues }: z.ZodError): Problem[] {
  return issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key =>
          says('asked.unknown', { field: [...issue.path, key].join('.') }),
        )
      : problemOf(issue),
  );
}

/** In English with the schema's own words: they are more exact. */
function problemOf(issue: z.core.$ZodIssue): Problem {
  const field = issue.path.join('.') || '.';
  const [key, params] = meaningOf(issue);
  return {
    ...says(key, { field, ...params }),
    message: `${field}: ${issue.message}`,
  };
}

function meaningOf(
  issue: z.core.$ZodIssue,
): [Sentence, Record<string, string | number>?] {
  switch (issue.code) {
    case 'invalid_value':
      return ['asked.notOneOf', { options: issue.values.join(', ') }];
    case 'invalid_type':
      return ['asked.notOfType', { type: issue.expected }];
    case 'too_big':
      return ['asked.tooBig', { limit: String(issue.maximum) }];
    case 'too_small':
      return ['asked.tooSmall', { limit: String(issue.minimum) }];
    default:
      return ['asked.unusable'];
  }
}
