import { parseArgs } from 'util';
import { lintFiles } from './lintFiles';
import { printReport } from './printReport';
import { readFiles } from './readFiles';

const USAGE = `Usage: velero-dr-lint [--json] [--strict] PATH...

Looks for the traps of Module 15 in the manifests, scripts and runbooks of a
GitOps repository.

  --json    the report as JSON
  --strict  warnings count as errors, and so does what cannot be read

Ends with 0 when nothing was found, with 1 when something was, with 2 when it
could not look.`;

interface Output {
  out(text: string): void;
  error(text: string): void;
}

/**
 * The command `velero-dr-lint`.
 *
 * @returns the exit code
 * @public
 */
export function main(
  args: string[],
  { out, error }: Output = {
    out: text => process.stdout.write(`${text}\n`),
    error: text => process.stderr.write(`${text}\n`),
  },
): number {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        strict: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      out(USAGE);
      return 0;
    }
    if (positionals.length === 0) throw new Error('Name a file or a folder');
    const report = lintFiles(readFiles(positionals));
    if (report.looked.manifests + report.looked.commands === 0) {
      throw new Error(
        `There is no manifest and no command of Velero in ${positionals.join(
          ', ',
        )}`,
      );
    }
    out(values.json ? JSON.stringify(report, null, 2) : printReport(report));
    const counted = values.strict
      ? report.findings.length + report.unreadable.length
      : report.findings.filter(({ level }) => level === 'error').length;
    return counted > 0 ? 1 : 0;
  } catch (failure) {
    error(`${(failure as Error).message}.\n\n${USAGE}`);
    return 2;
  }
}
