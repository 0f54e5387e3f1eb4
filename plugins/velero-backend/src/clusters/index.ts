export { createKubeClients } from './createKubeClients';
export { explainFailure } from './explainFailure';
export { KubeClient } from './KubeClient';
export type { KubeRequest } from './KubeClient';
export { CredentialsError, KubeError, SilenceError } from './KubeError';
