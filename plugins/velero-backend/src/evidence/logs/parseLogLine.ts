import { LogLevel, LogLine } from '@appgear/backstage-plugin-velero-common';

const FIELD = /([\w.-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g;

const LEVELS = new Map<string | undefined, LogLevel>([
  ['trace', 'debug'],
  ['debug', 'debug'],
  ['info', 'info'],
  ['warning', 'warning'],
  ['warn', 'warning'],
  ['error', 'error'],
  ['fatal', 'error'],
  ['panic', 'error'],
]);

/** Where in the code it was logged, and of which backup: the same or of no use on each line. */
const LEFT_OUT = new Set(['logSource', 'backup', 'restore']);

/**
 * Reads a line of Velero's log, in logrus' text or JSON form, whichever the
 * server was started with (`--log-format`). A line that is neither is all message.
 */
export function parseLogLine(line: string): LogLine {
  const { time, level, msg, ...rest } = line.startsWith('{')
    ? fromJson(line)
    : fromText(line);
  if (msg === undefined) {
    return { message: line, fields: {} };
  }
  const at = Date.parse(time ?? '');
  return {
    ...(!Number.isNaN(at) && { at: new Date(at).toISOString() }),
    ...(LEVELS.has(level) && { level: LEVELS.get(level) }),
    message: msg,
    fields: Object.fromEntries(
      Object.entries(rest).filter(
        (field): field is [string, string] =>
          field[1] !== undefined && !LEFT_OUT.has(field[0]),
      ),
    ),
  };
}

type Fields = Partial<Record<string, string>>;

function fromText(line: string): Fields {
  const fields: [string, string][] = [];
  for (const [, key, quoted, plain] of line.matchAll(FIELD)) {
    fields.push([key, quoted === undefined ? plain : unescape(quoted)]);
  }
  return Object.fromEntries(fields);
}

function fromJson(line: string): Fields {
  try {
    const entries = Object.entries(JSON.parse(line) as object);
    return Object.fromEntries(
      entries.filter(([, value]) => typeof value === 'string'),
    );
  } catch {
    return {};
  }
}

/** Go's quoting is JSON's, but for a few escapes that do not occur in logs. */
function unescape(quoted: string): string {
  try {
    return JSON.parse(`"${quoted}"`);
  } catch {
    return quoted;
  }
}
