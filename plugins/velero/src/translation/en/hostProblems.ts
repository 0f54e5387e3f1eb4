import { HOST_SENTENCES } from '@appgear/backstage-plugin-velero-common';

/** Why a topology A host's manifest cannot be read, in the backend's words. */
export default HOST_SENTENCES;
