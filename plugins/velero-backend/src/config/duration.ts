import { readDurationFromConfig, ConfigReader } from '@backstage/config';
import { durationToMilliseconds, JsonValue } from '@backstage/types';
import { z } from 'zod';

/**
 * A duration as Backstage's configuration writes it (`{ minutes: 5 }`, `5m`,
 * `PT5M`), read as milliseconds.
 */
export function duration(fallback: string) {
  return z
    .unknown()
    .default(fallback)
    .transform((value, context) => {
      const milliseconds = readMilliseconds(value as JsonValue);
      if (milliseconds === undefined || milliseconds <= 0) {
        context.addIssue({
          code: 'custom',
          message:
            'must be a duration longer than nothing, such as 30s or { minutes: 5 }',
        });
        return z.NEVER;
      }
      return milliseconds;
    });
}

function readMilliseconds(value: JsonValue): number | undefined {
  try {
    const config = new ConfigReader({ duration: value });
    return durationToMilliseconds(
      readDurationFromConfig(config, { key: 'duration' }),
    );
  } catch {
    return undefined;
  }
}
