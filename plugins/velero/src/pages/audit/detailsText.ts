/** What an event says besides, as `name: value`; the whole of it is in the export. */
export function detailsText(details: Record<string, unknown>): string {
  return Object.entries(details)
    .filter(([name]) => name !== 'through')
    .map(([name, value]) =>
      typeof value === 'string'
        ? `${name}: ${value}`
        : `${name}: ${JSON.stringify(value)}`,
    )
    .join('; ');
}
