/**
 * `npm run check:docs`: every page of `docs/` is in the navigation of TechDocs
 * once, and no relative link of any page or README leads nowhere.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import yaml from 'yaml';
import { fail, Failure } from '../toolchain/failure.mjs';
import { repoPath } from '../toolchain/paths.mjs';
import { brokenLinks } from './docs/links.mjs';

const DOCS = repoPath('docs');

try {
  const files = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '*.md'],
    { cwd: repoPath(), encoding: 'utf8' },
  )
    .split('\n')
    .filter(file => /^(docs\/.*|(.*\/)?README)\.md$/.test(file));
  const wrong = [...navigation(files), ...links(files)];
  if (wrong.length > 0) throw new Failure(wrong.join('\n  '));
} catch (error) {
  fail(error);
}

function navigation(files) {
  const { nav } = yaml.parse(readFileSync(repoPath('mkdocs.yml'), 'utf8'));
  const named = leaves(nav);
  const there = files
    .filter(file => file.startsWith('docs/'))
    .map(file => file.slice('docs/'.length));
  return [
    ...there
      .filter(page => !named.includes(page))
      .map(page => `mkdocs.yml has no way to docs/${page}: add it to nav.`),
    ...named
      .filter(page => !there.includes(page))
      .map(page => `mkdocs.yml names docs/${page}, which is not there.`),
    ...named
      .filter((page, index) => named.indexOf(page) < index)
      .map(page => `mkdocs.yml names docs/${page} twice.`),
  ];
}

function leaves(nav) {
  return typeof nav === 'string' ? [nav] : Object.values(nav).flatMap(leaves);
}

/** TechDocs publishes `docs/` alone: its pages' links must stay in it. */
function links(files) {
  return files.flatMap(file =>
    brokenLinks(repoPath(file), {
      inside: file.startsWith('docs/') ? DOCS : undefined,
    }).map(
      target => `${file}: the link to ${path.normalize(target)} leads nowhere.`,
    ),
  );
}
