export { OutOfBandStore } from './OutOfBandStore';
export { OutOfBandWatch } from './OutOfBandWatch';
export type { Sighting, Sightings } from './OutOfBandWatch';
