import {
  namespacesInScope,
  TemplateChange,
} from '@appgear/backstage-plugin-velero-common';
import { CoverageWorld, Template } from './CoverageWorld';
import { chooseNamespaces } from './namespaceChoice';

/** Names of the namespaces that are to be held, and of all others. */
export interface WantedNamespaces {
  wanted: readonly string[];
  others: readonly string[];
}

/** One change to a template, to be tried out. */
export interface Attempt {
  change: TemplateChange;
  apply(template: Template): Template;
}

/** What could be changed in a template, in the order in which to try it. */
type Fix = (
  template: Template,
  wanted: WantedNamespaces,
  world: CoverageWorld,
) => Attempt[];

/**
 * Objects' own labels do not say to which workspace they belong, so a
 * selector is replaced by the namespaces that it stood for.
 */
const dropSelector: Fix = (template, { wanted, others }, world) => {
  if (!template.labelSelector && !template.orLabelSelectors?.length) {
    return [];
  }
  const choice = chooseNamespaces(wanted, others, world.veleroVersion);
  const names = isOpen(template.includedNamespaces) ? choice.names : [];
  return [
    {
      change: { code: 'dropSelector', names },
      apply: ({ labelSelector, orLabelSelectors, ...rest }) =>
        names.length > 0 ? including(rest, names) : rest,
    },
  ];
};

/** Adds what is wanted to the namespaces that are listed. */
const includeNamespaces: Fix = (template, { wanted, others }, world) => {
  if (isOpen(template.includedNamespaces)) {
    return [];
  }
  // What names no namespace of this cluster is a pattern, or a mistake.
  const kept = (template.includedNamespaces ?? []).filter(name =>
    others.includes(name),
  );
  const choice = chooseNamespaces(
    wanted,
    others.filter(name => !kept.includes(name)),
    world.veleroVersion,
  );
  return [
    {
      change: {
        code: choice.isPattern ? 'usePattern' : 'listNamespaces',
        names: choice.names,
      },
      apply: it => including(it, [...kept, ...choice.names]),
    },
  ];
};

const keepNamespaces: Fix = (template, { wanted }, { veleroVersion }) => {
  const refs = wanted.map(name => ({ name }));
  const hits = (template.excludedNamespaces ?? []).filter(
    entry =>
      namespacesInScope({ excludedNamespaces: [entry] }, refs, veleroVersion)
        .length < refs.length,
  );
  return [
    {
      change: { code: 'keepNamespaces', names: hits },
      apply: it => without(it, 'excludedNamespaces', hits),
    },
  ];
};

const EXCLUDING = [
  'excludedResources',
  'excludedNamespaceScopedResources',
  'excludedClusterScopedResources',
] as const;

const INCLUDING = [
  'includedResources',
  'includedNamespaceScopedResources',
] as const;

/** Excluded kinds one by one: some, such as events, are better left out. */
const keepKinds: Fix = template =>
  EXCLUDING.flatMap(list =>
    (template[list] ?? []).map(kind => ({
      change: { code: 'keepKinds', names: [kind] },
      apply: it => without(it, list, [kind]),
    })),
  );

const includeKinds: Fix = template =>
  INCLUDING.filter(list => !isOpen(template[list])).map(list => ({
    change: { code: 'keepKinds', names: ['*'] },
    apply: ({ [list]: _, ...rest }) => rest,
  }));

const snapshotVolumes: Fix = () => [
  {
    change: { code: 'snapshotVolumes', names: [] },
    apply: ({ snapshotVolumes: _, ...rest }) => rest,
  },
];

const moveSnapshotData: Fix = () => [
  {
    change: { code: 'moveSnapshotData', names: [] },
    apply: it => ({ ...it, snapshotMoveData: true }),
  },
];

const copyVolumes: Fix = () => [
  {
    change: { code: 'copyVolumes', names: [] },
    apply: it => ({ ...it, defaultVolumesToFsBackup: true }),
  },
];

/** In the order in which they are tried: what is not selected cannot be saved. */
export const FIXES: readonly Fix[] = [
  dropSelector,
  includeNamespaces,
  keepNamespaces,
  includeKinds,
  keepKinds,
  snapshotVolumes,
  moveSnapshotData,
  copyVolumes,
];

function isOpen(list: readonly string[] | null | undefined): boolean {
  return !list?.length || list.includes('*');
}

/** Velero refuses a name that is both included and excluded. */
function including(template: Template, names: string[]): Template {
  const included = { ...template, includedNamespaces: names };
  return without(included, 'excludedNamespaces', names);
}

type ListField = (typeof EXCLUDING)[number] | 'excludedNamespaces';

function without(
  template: Template,
  field: ListField,
  names: readonly string[],
): Template {
  const { [field]: list, ...rest } = template;
  const left = (list ?? []).filter(name => !names.includes(name));
  return left.length > 0 ? { ...rest, [field]: left } : rest;
}
