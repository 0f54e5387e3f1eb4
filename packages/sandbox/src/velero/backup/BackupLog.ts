import { gzipSync } from 'zlib';
import { Clock } from '../../kubernetes';

/** What an entry is about, as fields of Velero's structured log. */
export interface LogFields {
  /** Such as `deployments.apps`. */
  resource?: string;
  namespace?: string;
  name?: string;
  error?: string;
  /** A restore calls these two so, and means the object as it was backed up. */
  groupResource?: string;
  'original name'?: string;
}

/** A file of Velero's results: messages by where they belong. */
export interface Results {
  errors: Result;
  warnings: Result;
}

export interface Result {
  velero?: string[];
  cluster?: string[];
  namespaces?: Record<string, string[]>;
}

type Level = 'info' | 'warning' | 'error';

interface Entry extends LogFields {
  at: string;
  level: Level;
  message: string;
}

/** The log of one backup or restore, and the results that Velero draws from it. */
export class BackupLog {
  readonly #clock: Clock;
  /** Such as `backup=velero/daily-20260101020000`. */
  readonly #subject: string;
  readonly #entries: Entry[] = [];

  constructor(clock: Clock, subject: string) {
    this.#clock = clock;
    this.#subject = subject;
  }

  info(message: string, fields: LogFields = {}): void {
    this.#add('info', message, fields);
  }

  warn(message: string, fields: LogFields = {}): void {
    this.#add('warning', message, fields);
  }

  error(message: string, fields: LogFields = {}): void {
    this.#add('error', message, fields);
  }

  get warnings(): number {
    return this.#of('warning').length;
  }

  get errors(): number {
    return this.#of('error').length;
  }

  /** As Velero counts and words them (pkg/util/logging/log_counter_hook.go). */
  results(): Results {
    return {
      errors: resultOf(this.#of('error')),
      warnings: resultOf(this.#of('warning')),
    };
  }

  /** The gzipped log file. */
  file(): Buffer {
    const lines = this.#entries.map(entry => line(entry, this.#subject));
    return gzipSync(`${lines.join('\n')}\n`);
  }

  #add(level: Level, message: string, fields: LogFields): void {
    const at = this.#clock.now().toISOString();
    this.#entries.push({ at, level, message, ...fields });
  }

  #of(level: Level): Entry[] {
    return this.#entries.filter(entry => entry.level === level);
  }
}

function resultOf(entries: Entry[]): Result {
  const result: Result = {};
  for (const { resource, namespace, name, message, error } of entries) {
    const text = [
      ...(resource ? [` resource: /${resource}`] : []),
      ...(name ? [` name: /${name}`] : []),
      ` message: /${message}`,
      ...(error ? [` error: /${error}`] : []),
    ].join('');
    if (namespace === undefined) {
      (result.velero ??= []).push(text);
    } else if (namespace === '') {
      (result.cluster ??= []).push(text);
    } else {
      ((result.namespaces ??= {})[namespace] ??= []).push(text);
    }
  }
  return result;
}

function line(entry: Entry, subject: string): string {
  const { at, level, message, error, resource, namespace, name } = entry;
  const { groupResource, 'original name': original } = entry;
  const fields = {
    error,
    groupResource,
    name,
    namespace,
    'original name': original,
    resource,
  };
  return [
    `time="${at}" level=${level} msg=${JSON.stringify(message)} ${subject}`,
    ...Object.entries(fields)
      .filter(([, value]) => value)
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`),
  ].join(' ');
}
