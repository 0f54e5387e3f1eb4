import { BUCKET_SENTENCES } from '@appgear/backstage-plugin-velero-common';

/** What keeps the portal from reading a bucket, in the backend's words. */
export default BUCKET_SENTENCES;
