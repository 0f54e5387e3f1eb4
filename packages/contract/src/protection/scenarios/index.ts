import type { Scenario } from '../Scenario';
import { CONTENTS } from './contents';
import { EVIDENCE } from './evidence';
import { MODULE_15_SCENARIOS } from './module15';
import { PLACES } from './places';
import { TIME } from './time';
import { VOLUMES } from './volumes';

/** All of them; a workspace each. */
export const SCENARIOS: readonly Scenario[] = [
  ...CONTENTS,
  ...VOLUMES,
  ...TIME,
  ...PLACES,
  ...EVIDENCE,
  ...MODULE_15_SCENARIOS,
];
