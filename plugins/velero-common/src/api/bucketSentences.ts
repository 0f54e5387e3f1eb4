/** What keeps the portal from reading a bucket by itself: see `SENTENCES`. @public */
export const BUCKET_SENTENCES = {
  'bucket.noCredentials':
    'The portal has no credentials for bucket {{bucket}}.',
  'bucket.noCredentials.hint':
    'Give accessKeyId and secretAccessKey under velero.buckets, or credentials where AWS clients look for them.',
  'bucket.unreachable':
    'Bucket {{bucket}} cannot be reached from the portal{{said}}.',
  'bucket.unreachable.hint':
    'Check endpoint and region under velero.buckets, and the way there.',
  'bucket.untrusted':
    'The certificate of bucket {{bucket}} is not trusted{{said}}.',
  'bucket.untrusted.hint': 'Give the authority as caFile under velero.buckets.',
  'bucket.caUnreadable':
    'The certificates of the storage cannot be read from {{file}}: {{code}}.',
  'bucket.caUnreadable.hint': 'Check caFile under velero.buckets.',
  'bucket.refuses': 'Bucket {{bucket}} refuses to be read ({{said}}).',
  'bucket.refuses.hint':
    'The credentials need s3:ListBucket on the bucket and s3:GetObject below its backups folder.',
  'bucket.signatureDiffers': 'Bucket {{bucket}} refuses to be read ({{said}}).',
  'bucket.signatureDiffers.hint':
    'Check secretAccessKey under velero.buckets; or something on the way changes the Host header.',
  'bucket.keyUnknown': 'Bucket {{bucket}} refuses to be read ({{said}}).',
  'bucket.keyUnknown.hint': 'Check accessKeyId under velero.buckets.',
  'bucket.regionDiffers': 'Bucket {{bucket}} refuses to be read ({{said}}).',
  'bucket.regionDiffers.hint': 'Check region under velero.buckets.',
  'bucket.clocksDiffer': 'Bucket {{bucket}} refuses to be read ({{said}}).',
  'bucket.clocksDiffer.hint':
    'Compare the clocks of the portal and the storage.',
  'bucket.absent': 'Bucket {{bucket}} answers {{said}}.',
  'bucket.absent.hint':
    'Check bucket, region and endpoint under velero.buckets.',
  'bucket.elsewhere':
    'Bucket {{bucket}} is elsewhere ({{said}}); check region and endpoint.',
  'bucket.fails': 'Bucket {{bucket}} answers {{said}}.',
  'bucket.sentNothing': 'The bucket sent nothing.',
  'bucket.slow': 'Bucket {{bucket}} is too slow.',
  'bucket.unreadable': 'Bucket {{bucket}} cannot be read.',
  'bucket.tooMany':
    'Bucket {{bucket}} holds more below {{folder}} than the portal reads: {{many}} backups.',
  'bucket.tooMany.hint':
    'Give prefix under velero.buckets, and one entry for each.',

  'bucket.someUnreadable':
    '{{many}} of the backups in the bucket cannot be read, such as {{backup}}.',
  'bucket.fileMissing': 'The file is not in bucket {{bucket}} ({{said}}).',
  'bucket.fileTooLarge': 'The file is larger than {{bytes}} bytes.',
  'bucket.fileNotJson': 'The file is not JSON.',
  'bucket.fileNoBackup': 'The file does not hold a backup of Velero.',
  'bucket.fileOfAnother': 'The file is not of a backup named {{backup}}.',
} as const;
