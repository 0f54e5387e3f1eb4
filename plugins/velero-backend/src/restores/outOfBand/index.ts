export { OutOfBandStore } from './OutOfBandStore';
export { OutOfBandTeller } from './OutOfBandTeller';
export { OutOfBandWatch } from './OutOfBandWatch';
export type { Sighting, Sightings } from './OutOfBandWatch';
