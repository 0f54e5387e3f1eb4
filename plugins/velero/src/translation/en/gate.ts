import { GATE_SENTENCES } from '@appgear/backstage-plugin-velero-common';

/** What the gate says by itself; the backend's record has the same words. */
export default GATE_SENTENCES;
