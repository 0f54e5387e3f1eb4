import type { Manager } from '../managedFields/managers';
import { badRequest, invalid } from '../status';
import type { WriteOptions } from '../store/options';
import type { Exchange } from './exchange';

/** Kubernetes' name for the parameters of each kind of write. */
type OptionsKind = 'CreateOptions' | 'UpdateOptions' | 'PatchOptions';

/**
 * Reads `dryRun`, `fieldManager` and `fieldValidation`.
 *
 * @param kind - of the object, for the wording of a strict refusal
 * @throws StatusError 422 for unknown values
 */
export function writeOptions(
  exchange: Exchange,
  optionsKind: OptionsKind,
  object: { kind: string; version: string },
): WriteOptions & { manager: Manager } {
  const { query } = exchange.info;
  return {
    dryRun: isDryRun(query.getAll('dryRun'), optionsKind),
    manager: {
      name: query.get('fieldManager') || managerOf(exchange),
      operation: 'Update',
      subresource: exchange.info.resource?.subresource,
    },
    onUnknownFields: fieldValidation(exchange, optionsKind, object),
  };
}

/** @throws StatusError 422 for anything but `All` */
export function isDryRun(values: string[], optionsKind: string): boolean {
  if (values.some(value => value !== 'All')) {
    const given = values.map(value => `"${value}"`).join(',');
    throw invalid({ group: 'meta.k8s.io', kind: optionsKind }, '', [
      {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: [${given}]: supported values: "All"`,
        field: 'dryRun',
      },
    ]);
  }
  return values.length > 0;
}

/** What comes before the first slash of the user agent. */
function managerOf({ request }: Exchange): string {
  return (request.headers['user-agent'] ?? 'unknown').split('/')[0];
}

function fieldValidation(
  { info, response }: Exchange,
  optionsKind: OptionsKind,
  { kind, version }: { kind: string; version: string },
): WriteOptions['onUnknownFields'] {
  const mode = info.query.get('fieldValidation') || 'Warn';
  const quoted = (paths: string[]) =>
    paths.map(path => `unknown field "${path}"`);
  switch (mode) {
    case 'Ignore':
      return undefined;
    case 'Warn':
      return paths =>
        response.setHeader(
          'Warning',
          quoted(paths).map(text => `299 - ${JSON.stringify(text)}`),
        );
    case 'Strict':
      return paths => {
        throw badRequest(
          `${kind} in version "${version}" cannot be handled as a ${kind}: strict decoding error: ${quoted(
            paths,
          ).join(', ')}`,
        );
      };
    default:
      throw invalid({ group: 'meta.k8s.io', kind: optionsKind }, '', [
        {
          reason: 'FieldValueNotSupported',
          message: `Unsupported value: "${mode}": supported values: "Ignore", "Strict", "Warn"`,
          field: 'fieldValidation',
        },
      ]);
  }
}
