import { Finding } from './finding';
import { RULES } from './rules';
import { DrTree, joined, ParsedFile, parseFile } from './tree';

/** What a lint of files says. @public */
export interface LintReport {
  findings: Finding[];
  /** What could not be read, and was not judged. */
  unreadable: ParsedFile['unreadable'];
  /** How many objects and commands were looked at. */
  looked: { manifests: number; commands: number };
}

/** A file by its path and text. @public */
export interface LintedFile {
  path: string;
  text: string;
}

/**
 * Looks for the traps of Module 15 in the files of a GitOps repository: YAML,
 * shell scripts, and the blocks of Markdown files. All files are looked at
 * together, as one may hold what another lacks.
 *
 * @public
 */
export function lintFiles(files: LintedFile[]): LintReport {
  const { manifests, commands, unreadable } = files
    .map(({ path, text }) => parseFile(path, text))
    .reduce(joined, { manifests: [], commands: [], unreadable: [] });
  const tree = new DrTree(manifests, commands);
  const findings = RULES.flatMap(({ trap, id, level, mend, source, find }) =>
    find(tree).map(hit => ({ ...hit, trap, rule: id, level, mend, source })),
  );
  return {
    findings: findings.sort(
      (a, b) => compare(a.file, b.file) || a.line - b.line || a.trap - b.trap,
    ),
    unreadable,
    looked: { manifests: manifests.length, commands: commands.length },
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
