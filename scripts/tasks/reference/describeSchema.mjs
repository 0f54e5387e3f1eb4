/**
 * A JSON schema of Backstage's configuration as Markdown: a table of the keys
 * that hold values, under a heading for each group of keys.
 */
export function describeSchema(schema) {
  const groups = groupsOf(schema, []);
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ path, description, rows }) =>
      [
        `### \`${path.join('.')}\``,
        sentence(description),
        '| key | value | meaning |\n| --- | --- | --- |',
        ...rows.map(row => `| ${row.map(cell).join(' | ')} |`),
      ]
        .filter(Boolean)
        .join('\n\n')
        .replace(/\|\n\n\|/g, '|\n|'),
    )
    .join('\n\n');
}

/** A group of keys, then those below it. */
function groupsOf({ properties = {}, required = [], description }, path) {
  const entries = Object.entries(properties).map(([key, value]) => ({
    key,
    ...unwrapped(value),
    optional: !required.includes(key),
  }));
  const isGroup = ({ schema }) => schema.properties && !nameOf(schema);
  const rows = entries
    .filter(entry => !isGroup(entry))
    .map(({ key, schema, list, optional, description: meaning }) => [
      `\`${key}\`${optional ? '?' : ''}`,
      `${list ? 'list of ' : ''}${typeOf(schema)}`,
      sentence(meaning ?? schema.description),
    ]);
  const below = entries
    .filter(isGroup)
    .flatMap(({ key, schema, list, description: meaning }) =>
      groupsOf({ ...schema, description: meaning ?? schema.description }, [
        ...path,
        list ? `${key}[]` : key,
      ]),
    );
  return [{ path, description, rows }, ...below];
}

/** What a list holds, and that it is one. */
function unwrapped(value) {
  return value.type === 'array'
    ? { schema: value.items, list: true, description: value.description }
    : { schema: value, list: false, description: value.description };
}

/** Types that Backstage has a name for. */
function nameOf(schema) {
  const { properties = {}, anyOf = [] } = schema;
  if (properties.frequency && properties.timeout) return 'schedule';
  if (properties.milliseconds) return 'duration';
  return anyOf.map(nameOf).find(Boolean);
}

function typeOf(schema) {
  const { enum: values, type, additionalProperties } = schema;
  if (nameOf(schema)) return nameOf(schema);
  if (values) return values.map(value => `\`${value}\``).join(', ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (additionalProperties?.type || additionalProperties?.anyOf) {
    return `map of ${typeOf(additionalProperties)}`;
  }
  return Array.isArray(type) ? type.join(' or ') : type ?? 'any';
}

const sentence = (text = '') => text.replace(/\s*\n\s*/g, ' ').trim();
const cell = text => text.replaceAll('|', '\\|');
