import { CLUSTER_SENTENCES } from '@appgear/backstage-plugin-velero-common';

/** What keeps the portal from reading a cluster, in the backend's words. */
export default CLUSTER_SENTENCES;
