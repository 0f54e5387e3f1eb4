import {
  BackupLog,
  LogLevel,
  LogLine,
} from '@appgear/backstage-plugin-velero-common';
import { setImmediate as turn } from 'node:timers/promises';
import { LogFile } from './LogFiles';
import { parseLogLine } from './parseLogLine';

/** Which lines to find. */
export interface LogSearch {
  offset: number;
  limit: number;
  level: LogLevel;
  search?: string;
  /** Whether a line that speaks of this namespace may be seen; undefined: all lines may. */
  seesNamespace?: (namespace: string) => boolean;
}

const SEVERITY: LogLevel[] = ['debug', 'info', 'warning', 'error'];
const LINES_PER_TURN = 2_000;
const NEWLINE = 0x0a;

/** Finds lines in a log, a page of them; others have their turn in between. */
export async function searchLog(
  { text, truncated }: LogFile,
  search: LogSearch,
): Promise<BackupLog> {
  const { offset, limit } = search;
  const lines: LogLine[] = [];
  let total = 0;
  let looked = 0;
  for (const raw of linesOf(text)) {
    if (fits(raw, search)) {
      if (total >= offset && lines.length < limit) {
        lines.push(parseLogLine(raw));
      }
      total += 1;
    }
    if (++looked % LINES_PER_TURN === 0) {
      await turn();
    }
  }
  const filtered = search.seesNamespace !== undefined;
  return { lines, total, offset, limit, truncated, filtered };
}

function* linesOf(text: Buffer): Generator<string> {
  let start = 0;
  for (
    let end = text.indexOf(NEWLINE);
    end >= 0;
    end = text.indexOf(NEWLINE, start)
  ) {
    yield text.toString('utf8', start, end);
    start = end + 1;
  }
  if (start < text.length) {
    yield text.toString('utf8', start);
  }
}

function fits(raw: string, search: LogSearch): boolean {
  const { level, search: needle, seesNamespace } = search;
  if (needle && !raw.toLowerCase().includes(needle.toLowerCase())) {
    return false;
  }
  if (level === 'debug' && !seesNamespace) {
    // Whatever it says: to parse it would take longer than all the rest.
    return true;
  }
  const line = parseLogLine(raw);
  const { namespace } = line.fields;
  const visible =
    !seesNamespace || (namespace !== undefined && seesNamespace(namespace));
  const severe =
    SEVERITY.indexOf(line.level ?? 'info') >= SEVERITY.indexOf(level);
  return visible && severe;
}
