import { Rule } from '../finding';
import { gitopsRules } from './gitops';
import { locationRules } from './locations';
import { restoreRules } from './restores';
import { selectionRules } from './selection';
import { serverRules } from './server';
import { volumeRules } from './volumes';

/** All rules, by trap. */
export const RULES: Rule[] = [
  ...selectionRules,
  ...volumeRules,
  ...serverRules,
  ...locationRules,
  ...gitopsRules,
  ...restoreRules,
].sort((a, b) => a.trap - b.trap);
