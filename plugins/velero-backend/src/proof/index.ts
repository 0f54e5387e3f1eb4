export { Assessor } from './Assessor';
export type { Assessed } from './Assessor';
export { Proof } from './Proof';
export type { ProofOptions } from './Proof';
export type { Standing } from './Standing';
