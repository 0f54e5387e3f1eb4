import { readFileSync } from 'node:fs';
import { Failure } from '../../toolchain/failure.mjs';
import { repoPath } from '../../toolchain/paths.mjs';

const CHAPTER = 'Install it in your own portal';

/**
 * The steps that the README tells people, by section: its code blocks as
 * `{ language, text, file }`, where a first line `// some/path` names the file
 * that a block goes into.
 */
export function installSteps() {
  const readme = readFileSync(repoPath('README.md'), 'utf8');
  const [, chapter] =
    new RegExp(`^## ${CHAPTER}\\n([^]*?)^## `, 'm').exec(readme) ?? [];
  if (!chapter) throw new Failure(`README.md has no chapter "${CHAPTER}".`);
  const sections = chapter.split(/^### /m).slice(1);
  return new Map(
    sections.map(section => [
      section.slice(0, section.indexOf('\n')),
      [...section.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(toStep),
    ]),
  );
}

function toStep([, language, block]) {
  const [, file] = /^(?:\/\/|#) (\S+)\n/.exec(block) ?? [];
  const text = file ? block.slice(block.indexOf('\n') + 1) : block;
  return { language, text, file };
}
