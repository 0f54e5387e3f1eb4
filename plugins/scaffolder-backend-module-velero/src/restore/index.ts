export { findFiled } from './findFiled';
export { lookForOutcome } from './lookForOutcome';
export { previewOrRefuse } from './previewOrRefuse';
export { toSpec } from './toSpec';
