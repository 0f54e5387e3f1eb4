/** What keeps a file of a backup or a restore from being read: see `SENTENCES`. @public */
export const FILE_SENTENCES = {
  'file.logUnreadable': 'The log cannot be read',

  'file.notSigned':
    'Velero on {{cluster}} gave no address for {{file}} of {{backup}} in time.',
  'file.notSigned.hint':
    'Check that the Velero server runs, that it knows this backup, and that the location of the backup is available.',
  'file.noAddress':
    'Velero signed something that is not an http or https address.',
  'file.noLocation': 'The location of backup {{backup}} is not there.',
  'file.locationUnusable':
    'Velero cannot use the location {{location}}{{said}}',

  'file.untrusted': 'The certificate of {{host}} is not trusted ({{code}}).',
  'file.untrusted.hint':
    'Give the authority of the bucket as caCert in the location, or as caFile under velero.evidence.storages.',
  'file.caUnreadable':
    'The certificates of the storage cannot be read from {{file}}: {{code}}.',
  'file.caUnreadable.hint': 'Check caFile under velero.evidence.storages.',
  'file.unreachable': '{{host}} cannot be reached from the portal{{said}}.',
  'file.unreachable.hint':
    'If the location names a host that only the cluster can reach, set publicUrl in its config, or endpoint under velero.evidence.storages of the portal.',
  'file.noBucket': '{{host}} is not the address of a bucket.',
  'file.redirected':
    '{{host}} sends elsewhere ({{status}}); redirects are not followed.',
  'file.redirected.hint':
    'Check region and s3Url in the config of the location.',
  'file.refused': '{{host}} refuses to hand out the file ({{said}}).',
  'file.refused.hint':
    'Check the rights of the credentials that Velero signs with. Storages also answer so for a missing file when those may not list the bucket.',
  'file.signatureDiffers': '{{host}} refuses to hand out the file ({{said}}).',
  'file.signatureDiffers.hint':
    'Something between the portal and the bucket changes the Host header or the path, which are signed.',
  'file.clocksDiffer': '{{host}} refuses to hand out the file ({{said}}).',
  'file.clocksDiffer.hint':
    'Compare the clocks of the cluster and the storage.',
  'file.storageFails': '{{host}} answers {{said}}.',

  'file.missing': 'The file is not in the bucket ({{said}}).',
  'file.missing.hint': 'Velero did not upload it, or somebody deleted it.',
  'file.slow': '{{file}} did not arrive within {{seconds}} seconds.',
  'file.slow.hint':
    'Raise downloadTimeout under velero.evidence if the way to the bucket is that slow.',
  'file.othersFirst': 'Other logs are being fetched; try again.',
  'file.tooLarge': 'The file is larger than {{bytes}} bytes packed.',
  'file.tooLarge.hint':
    'Raise maxCompressedBytes under velero.evidence if the backup is really that large.',
  'file.expandsTooFar': 'The file is larger than {{bytes}} bytes unpacked.',
  'file.expandsTooFar.hint':
    'Raise maxExpandedBytes under velero.evidence if the backup is really that large.',

  'file.notGzip': 'The file is not gzip.',
  'file.notGzip.hint':
    'Something other than the bucket may have answered, such as the sign-in page of a proxy.',
  'file.damaged': 'The file is damaged.',
  'file.truncated': 'The file ends in the middle.',
  'file.notJson': 'The file is not JSON.',
  'file.unusable': 'The file cannot be used: it is too deep or too long.',
  'file.otherForm':
    'The file is not as Velero writes it: {{part}} has another form.',
  'file.impossibleName':
    'The file is not as Velero writes it: it has a name that Kubernetes does not allow.',
  'file.tooMany':
    'The file is not as Velero writes it: it lists too many {{part}}.',
} as const;
