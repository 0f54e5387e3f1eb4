import { ASKED_SENTENCES } from '@appgear/backstage-plugin-velero-common';

/** What is wrong with what was asked for, in the backend's words. */
export default ASKED_SENTENCES;
