import { FILE_SENTENCES } from '@appgear/backstage-plugin-velero-common';

/** What keeps a file of a backup or a restore from being read, in the backend's words. */
export default FILE_SENTENCES;
