/** Case-insensitive; any of the texts may hold it. */
export function searcher(
  search: string | undefined,
): (...texts: Array<string | undefined>) => boolean {
  const needle = search?.toLowerCase();
  return (...texts) =>
    !needle || texts.some(text => text?.toLowerCase().includes(needle));
}
