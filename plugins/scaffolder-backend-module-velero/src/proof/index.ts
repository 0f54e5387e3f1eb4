export { lookForBackup } from './lookForBackup';
export { lookForProof } from './lookForProof';
