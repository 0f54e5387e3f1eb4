import { contractOn } from './jest.mjs';
import { portalOnBed } from './portalOnBed.mjs';
import { sumOf, timed } from './report.mjs';

/** What the gate promises: first by itself on real clusters, then to Keycloak's people in Chromium. */
export const gate = bed =>
  timed(async () =>
    sumOf(
      await contractOn(bed.stateFile, 'gate'),
      await portalOnBed(bed, ['gate']),
    ),
  );
