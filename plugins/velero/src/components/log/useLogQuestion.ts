import type { LogLevel } from '@appgear/backstage-plugin-velero-common';
import { useQuestion } from '../../query';

/** Which lines of a log are asked for. */
export interface LogQuestion {
  search: string;
  level: LogLevel;
  offset: number;
  limit: number;
}

const FIRST: LogQuestion = {
  search: '',
  level: 'debug',
  offset: 0,
  limit: 50,
};

/** The lines that a reader of a log asks for, from its first page on. */
export function useLogQuestion() {
  return useQuestion(FIRST);
}
