import { Hit, Rule } from '../finding';
import { Command, DrTree } from '../tree';

/** Restores kept in Git, and those of scripts and runbooks. */
export const restoreRules: Rule[] = [
  {
    trap: 15,
    id: 'namespace-mapped-to-itself',
    level: 'error',
    mend: 'Leave out namespaces that keep their name.',
    source: 'velero: pkg/restore/restore.go, shouldRenamePV',
    find: tree => [
      ...restores(tree).flatMap(restore =>
        Object.entries(restore.object.spec?.namespaceMapping ?? {})
          .filter(([from, to]) => from === to)
          .map(([from]) =>
            identity(restore.at('spec', 'namespaceMapping', from), from),
          ),
      ),
      ...commands(tree).flatMap(command => {
        const own = mappingsOf(command).filter(([from, to]) => from === to);
        return own.length > 0
          ? [identity(placeOf(command), own.map(([from]) => from).join(', '))]
          : [];
      }),
    ],
  },
  {
    trap: 16,
    id: 'what-exists-is-not-restored',
    level: 'warning',
    mend: 'Say what is meant: existingResourcePolicy none or update (--existing-resource-policy). Data of volumes comes back only into a namespace, or under a name, that does not exist.',
    source: 'velero: docs, restore-reference.md',
    find: tree => [
      ...restores(tree)
        .filter(({ object }) => !object.spec?.existingResourcePolicy)
        .map(restore => skipped(restore.at('spec'))),
      ...commands(tree)
        .filter(({ text }) => !/--existing-resource-policy/.test(text))
        .map(command => skipped(placeOf(command))),
    ],
  },
];

function restores(tree: DrTree) {
  return tree.of('velero.io', 'Restore');
}
function commands(tree: DrTree) {
  return tree.commands.filter(({ text }) =>
    /^velero restore create\b/.test(text),
  );
}

function placeOf({ file, line, text }: Command) {
  return {
    file,
    line,
    subject: text.length > 60 ? `${text.slice(0, 60)}…` : text,
  };
}

function mappingsOf({ text }: Command): string[][] {
  return (/--namespace-mappings[= ](\S+)/.exec(text)?.[1] ?? '')
    .split(',')
    .map(pair => pair.split(':'));
}

function identity(place: Omit<Hit, 'problem'>, names: string): Hit {
  return {
    ...place,
    problem: `${names} mapped to itself: any mapping makes Velero rename volumes that exist (velero-clone-…).`,
  };
}

function skipped(place: Omit<Hit, 'problem'>): Hit {
  return {
    ...place,
    problem:
      'What exists is skipped, the data of its volumes is left as it is, and the restore is Completed.',
  };
}
