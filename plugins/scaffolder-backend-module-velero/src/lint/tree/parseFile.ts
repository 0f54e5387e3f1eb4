import { LineCounter, parseAllDocuments } from 'yaml';
import { Command } from './Command';
import { LintedManifest } from './LintedManifest';
import { markdownBlocks } from './markdownBlocks';

/** What one file holds that rules look at. */
export interface ParsedFile {
  manifests: LintedManifest[];
  commands: Command[];
  /** Why parts of it could not be read. */
  unreadable: { file: string; line: number; reason: string }[];
}

/**
 * Manifests of a YAML file, commands of a shell script, and both of a Markdown
 * file's blocks: runbooks have traps, too.
 */
export function parseFile(file: string, text: string): ParsedFile {
  if (/\.ya?ml$/.test(file)) return parseYaml(file, text, 0);
  if (/\.(ba)?sh$/.test(file)) return parseShell(file, text, 0);
  if (!/\.md$/.test(file)) return nothing();
  return markdownBlocks(text)
    .map(({ language, body, linesBefore }) => {
      if (/^ya?ml$/.test(language)) return parseYaml(file, body, linesBefore);
      if (/^(ba)?sh$/.test(language))
        return parseShell(file, body, linesBefore);
      return nothing();
    })
    .reduce(joined, nothing());
}

function nothing(): ParsedFile {
  return {
    manifests: [],
    commands: [],
    unreadable: [],
  };
}

/** Both, one after the other. */
export function joined(a: ParsedFile, b: ParsedFile): ParsedFile {
  return {
    manifests: [...a.manifests, ...b.manifests],
    commands: [...a.commands, ...b.commands],
    unreadable: [...a.unreadable, ...b.unreadable],
  };
}

function parseYaml(file: string, text: string, linesBefore: number) {
  const result = nothing();
  const lines = new LineCounter();
  for (const document of parseAllDocuments(text, { lineCounter: lines })) {
    const [error] = document.errors;
    if (error) {
      const line = linesBefore + (error.linePos?.[0].line ?? 1);
      const [reason] = error.message.split('\n');
      result.unreadable.push({ file, line, reason });
      continue;
    }
    const object = document.toJS();
    if (typeof object?.kind === 'string') {
      result.manifests.push(
        new LintedManifest(file, object, document, lines, linesBefore),
      );
    }
  }
  return result;
}

function parseShell(file: string, text: string, linesBefore: number) {
  const result = nothing();
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const first = index;
    let command = lines[index];
    while (/\\\s*$/.test(command) && index + 1 < lines.length) {
      command = `${command.replace(/\\\s*$/, '')} ${lines[++index]}`;
    }
    if (/^\s*velero\s/.test(command)) {
      result.commands.push({
        file,
        line: linesBefore + first + 1,
        text: command.trim().replace(/\s+/g, ' '),
      });
    }
  }
  return result;
}
