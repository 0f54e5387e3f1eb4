import type { ResourceType } from '../objects';
import { badRequest } from '../status';
import { decode, type StoredObject } from '../store/record';

/** Whether an object is selected by its fields. */
export type FieldPredicate = (record: StoredObject) => boolean;

/** What can be selected next to name and namespace; a CRD has nothing more. */
const SELECTABLE: Record<string, readonly string[]> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'reason',
    'type',
  ],
  secrets: ['type'],
  namespaces: ['status.phase'],
  nodes: ['spec.unschedulable'],
  jobs: ['status.successful'],
};

interface Requirement {
  field: string;
  value: string;
  negated: boolean;
}

/**
 * Reads a `fieldSelector` parameter for one kind.
 *
 * @throws StatusError 400 for fields that the kind cannot be selected by
 */
export function parseFieldSelector(
  selector: string,
  type: ResourceType & { schema?: unknown },
): FieldPredicate {
  const requirements = requirementsOf(selector);
  for (const { field } of requirements) {
    requireSelectable(type, field);
  }
  return record =>
    requirements.every(
      ({ field, value, negated }) =>
        (fieldOf(record, field) === value) !== negated,
    );
}

/**
 * The one name that a selector asks for, if it does: RBAC takes it as the
 * object's name. What cannot be parsed is refused later, by those who may ask.
 */
export function selectedName(selector: string): string | undefined {
  return /(?:^|,)metadata\.name==?([^,]*)/.exec(selector)?.[1];
}

function requirementsOf(selector: string): Requirement[] {
  return selector
    .split(',')
    .filter(part => part !== '')
    .map(part => {
      const match = /^([^=!]+)(==|!=|=)(.*)$/.exec(part);
      if (!match) {
        throw badRequest(
          `invalid selector: '${selector}'; can't understand '${part}'`,
        );
      }
      return { field: match[1], value: match[3], negated: match[2] === '!=' };
    });
}

function requireSelectable(
  type: ResourceType & { schema?: unknown },
  field: string,
): void {
  if (field === 'metadata.name' || field === 'metadata.namespace') {
    return;
  }
  const more = type.schema ? [] : SELECTABLE[type.plural];
  if (more?.includes(field)) {
    return;
  }
  throw badRequest(
    more
      ? `field label not supported: ${field}`
      : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
  );
}

function fieldOf(record: StoredObject, field: string): string {
  if (field === 'metadata.name') {
    return record.name;
  }
  if (field === 'metadata.namespace') {
    return record.namespace ?? '';
  }
  const value = field
    .split('.')
    .reduce<any>((node, step) => node?.[step], decode(record));
  return value === undefined ? '' : String(value);
}
