import {
  RequestedRestoreSpec,
  restoreSpecSchema,
} from '@appgear/backstage-plugin-velero-common';
import { InputError } from '@backstage/errors';

/** The Restore that is meant. @throws InputError that names each field that does not fit */
export function toSpec({
  backup,
  namespaces,
  namespaceMapping,
  suffix,
  spec = {},
}: {
  backup: string;
  namespaces: string[];
  namespaceMapping?: Record<string, string>;
  suffix?: string;
  spec?: Record<string, unknown>;
}): RequestedRestoreSpec {
  if (namespaceMapping && suffix) {
    throw new InputError('Give either namespaceMapping or suffix');
  }
  const mapping = suffix
    ? Object.fromEntries(namespaces.map(name => [name, name + suffix]))
    : namespaceMapping;
  const result = restoreSpecSchema.safeParse({
    ...spec,
    backupName: backup,
    includedNamespaces: namespaces,
    ...(mapping && { namespaceMapping: mapping }),
  });
  if (result.success) return result.data;
  const problems = result.error.issues.map(issue =>
    issue.code === 'unrecognized_keys'
      ? `spec.${issue.keys.join(', spec.')}: unknown field`
      : `spec.${issue.path.join('.')}: ${issue.message}`,
  );
  throw new InputError(`The restore cannot be used: ${problems.join('; ')}`);
}
