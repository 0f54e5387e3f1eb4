import {
  formatLabelSelector,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';

/** @see toCommandLine */
export interface CommandLine {
  /** For a POSIX shell. */
  line: string;
  /** Fields of the spec that the command has no flag for. */
  withoutFlag: string[];
}

/**
 * The spec as a `velero restore create` command. Its flags cover all of a
 * RestoreSpec but `hooks`; a status that leaves kinds out without naming any
 * is asked for by `*`, as the CLI drops it otherwise.
 * Source: Velero 1.18, pkg/cmd/cli/restore/create.go, BindFlags and Run.
 */
export function toCommandLine(
  spec: RestoreSpec,
  veleroNamespace: string,
): CommandLine {
  const flags = [...scopeFlags(spec), ...treatmentFlags(spec)].flatMap(
    ([name, value]) =>
      value === undefined ? [] : [`--${name}${argument(value)}`],
  );
  return {
    line: [
      'velero restore create',
      ...(veleroNamespace === 'velero'
        ? []
        : [`--namespace ${shellQuote(veleroNamespace)}`]),
      ...flags,
    ].join(' \\\n  '),
    withoutFlag: spec.hooks?.resources?.length ? ['hooks'] : [],
  };
}

type Flag = [name: string, value: string | boolean | undefined];

function scopeFlags(spec: RestoreSpec): Flag[] {
  const mapping = Object.entries(spec.namespaceMapping ?? {});
  return [
    ['from-backup', spec.backupName],
    ['include-namespaces', list(spec.includedNamespaces)],
    ['exclude-namespaces', list(spec.excludedNamespaces)],
    ['namespace-mappings', list(mapping.map(([from, to]) => `${from}:${to}`))],
    ['include-resources', list(spec.includedResources)],
    ['exclude-resources', list(spec.excludedResources)],
    [
      'selector',
      spec.labelSelector ? formatLabelSelector(spec.labelSelector) : undefined,
    ],
    [
      'or-selector',
      spec.orLabelSelectors?.length
        ? spec.orLabelSelectors
            .map(selector => formatLabelSelector(selector ?? {}))
            .join(' or ')
        : undefined,
    ],
    ['include-cluster-resources', spec.includeClusterResources ?? undefined],
  ];
}

function treatmentFlags(spec: RestoreSpec): Flag[] {
  const { restoreStatus: status, uploaderConfig: uploader } = spec;
  return [
    ['restore-volumes', spec.restorePVs ?? undefined],
    ['preserve-nodeports', spec.preserveNodePorts ?? undefined],
    [
      'status-include-resources',
      status ? list(status.includedResources) ?? '*' : undefined,
    ],
    ['status-exclude-resources', list(status?.excludedResources)],
    ['existing-resource-policy', spec.existingResourcePolicy ?? undefined],
    ['item-operation-timeout', spec.itemOperationTimeout],
    ['resource-modifier-configmap', spec.resourceModifier?.name],
    ['write-sparse-files', uploader?.writeSparseFiles ?? undefined],
    ['parallel-files-download', uploader?.parallelFilesDownload?.toString()],
  ];
}

function list(names: readonly string[] | null | undefined) {
  return names?.length ? names.join(',') : undefined;
}

/** Optional booleans of the CLI take their value only after an equals sign. */
function argument(value: string | boolean): string {
  return typeof value === 'boolean' ? `=${value}` : ` ${shellQuote(value)}`;
}

/** One word of a POSIX shell, whatever is in it. */
function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text)
    ? text
    : `'${text.replace(/'/g, `'\\''`)}'`;
}
