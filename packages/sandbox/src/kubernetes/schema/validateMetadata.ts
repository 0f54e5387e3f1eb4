import type { ObjectMeta } from '../objects';
import type { StatusCause } from '../status';

// The rules and their wording: k8s.io/apimachinery/pkg/util/validation.
const SUBDOMAIN =
  '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*';
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED_NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

const subdomain = new RegExp(`^${SUBDOMAIN}$`);
const dnsLabel = new RegExp(`^${LABEL}$`);
const qualifiedName = new RegExp(`^${QUALIFIED_NAME}$`);

/** Kinds whose names are single DNS labels; everything else takes dots. */
const DNS_LABEL_KINDS = new Set(['Namespace', 'Service']);
/** Kinds whose names may hold anything that fits in a path segment. */
const PATH_SEGMENT_KINDS = new Set([
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
]);

/** What is wrong with an object's name, labels and annotations. */
export function validateMetadata(
  kind: string,
  metadata: Partial<ObjectMeta>,
): StatusCause[] {
  return [
    ...validateName(kind, metadata.name),
    ...validateLabels(metadata.labels ?? {}),
    ...validateAnnotations(metadata.annotations ?? {}),
    ...(metadata.ownerReferences ?? []).flatMap(validateOwner),
  ];
}

function validateName(kind: string, name: string | undefined): StatusCause[] {
  const field = 'metadata.name';
  if (!name) {
    return [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: name or generateName is required',
        field,
      },
    ];
  }
  if (PATH_SEGMENT_KINDS.has(kind)) {
    return /[/%]/.test(name) || name === '.' || name === '..'
      ? [bad(field, name, "may not contain '/' or '%'")]
      : [];
  }
  if (DNS_LABEL_KINDS.has(kind)) {
    return [
      ...(name.length > 63
        ? [bad(field, name, 'must be no more than 63 bytes')]
        : []),
      ...(dnsLabel.test(name)
        ? []
        : [
            bad(
              field,
              name,
              `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`,
            ),
          ]),
    ];
  }
  return [
    ...(name.length > 253
      ? [bad(field, name, 'must be no more than 253 bytes')]
      : []),
    ...(subdomain.test(name)
      ? []
      : [
          bad(
            field,
            name,
            `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
          ),
        ]),
  ];
}

function validateLabels(labels: Record<string, string>): StatusCause[] {
  const field = 'metadata.labels';
  return Object.entries(labels).flatMap(([key, value]) => [
    ...validateKey(field, key),
    ...(value.length > 63
      ? [bad(field, value, 'must be no more than 63 bytes')]
      : []),
    ...(value === '' || qualifiedName.test(value)
      ? []
      : [
          bad(
            field,
            value,
            `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
          ),
        ]),
  ]);
}

/** The server's limit on the sum of keys and values. */
const ANNOTATIONS_LIMIT = 256 * 1024;

function validateAnnotations(
  annotations: Record<string, string>,
): StatusCause[] {
  const field = 'metadata.annotations';
  const size = Object.entries(annotations)
    .flat()
    .reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return [
    ...Object.keys(annotations).flatMap(key =>
      validateKey(field, key.toLowerCase()),
    ),
    ...(size > ANNOTATIONS_LIMIT
      ? [
          {
            reason: 'FieldValueTooLong',
            message: `Too long: may not be more than ${ANNOTATIONS_LIMIT} bytes`,
            field,
          },
        ]
      : []),
  ];
}

function validateOwner(owner: object): StatusCause[] {
  const field = 'metadata.ownerReferences';
  const given = new Map(Object.entries(owner));
  return ['apiVersion', 'kind', 'name', 'uid']
    .filter(part => !given.get(part))
    .map(part =>
      bad(
        `${field}.${part}`,
        '',
        `${part === 'apiVersion' ? 'version ' : ''}must not be empty`,
      ),
    );
}

function validateKey(field: string, key: string): StatusCause[] {
  const [name, prefix, ...rest] = key.split('/').reverse();
  if (rest.length > 0) {
    return [
      bad(
        field,
        key,
        `a valid label key must consist of a name part with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
      ),
    ];
  }
  return [
    ...(prefix === undefined || subdomain.test(prefix)
      ? []
      : [
          bad(
            field,
            key,
            `prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
          ),
        ]),
    ...(name.length > 63
      ? [bad(field, key, 'name part must be no more than 63 bytes')]
      : []),
    ...(qualifiedName.test(name)
      ? []
      : [
          bad(
            field,
            key,
            `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${QUALIFIED_NAME}')`,
          ),
        ]),
  ];
}

function bad(field: string, value: string, detail: string): StatusCause {
  return {
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${JSON.stringify(value)}: ${detail}`,
    field,
  };
}
