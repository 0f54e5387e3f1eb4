import { LintReport } from './lintFiles';

/** A report for people: one paragraph per finding, and one line that sums up. */
export function printReport({ findings, unreadable, looked }: LintReport) {
  const parts = [
    ...unreadable.map(
      ({ file, line, reason }) => `${file}:${line} not read: ${reason}`,
    ),
    ...findings.map(finding =>
      [
        `${finding.file}:${finding.line} ${finding.level}: ${finding.subject}`,
        `  ${finding.problem}`,
        `  Mend: ${finding.mend}`,
        `  Trap ${finding.trap} (${finding.rule}). Source: ${finding.source}`,
      ].join('\n'),
    ),
  ];
  const count = (level: string) =>
    findings.filter(finding => finding.level === level).length;
  const summary = `${count('error')} errors and ${count(
    'warning',
  )} warnings in ${looked.manifests} objects and ${looked.commands} commands${
    unreadable.length > 0 ? `; ${unreadable.length} parts were not read` : ''
  }.`;
  return [...parts, summary].join('\n\n');
}
