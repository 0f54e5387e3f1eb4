/** As answers write moments: ISO 8601, UTC. */
export function toIso(milliseconds: number): string;
export function toIso(milliseconds: number | undefined): string | undefined;
export function toIso(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined
    ? undefined
    : new Date(milliseconds).toISOString();
}
