/** What is proven of a workspace's protection: verdicts, reasons, next steps. */
export default {
  'protection.title': 'If the cluster died now',
  'protection.title.lost': 'What is left',
  'protection.verdict': 'Verdict',
  'protection.verdict.all': 'Any verdict',
  'protection.notAssessed': 'Not assessed yet: the portal is still reading',
  'protection.assessedAt': 'Assessed',
  'protection.next': 'What to do: {{step}}',

  'verdict.protected': 'Protected',
  'verdict.stale': 'Proven, but too old',
  'verdict.localOnly': 'Volumes only in the cluster',
  'verdict.partial': 'In part',
  'verdict.metadataOnly': 'Without volume data',
  'verdict.empty': 'Backups hold nothing of it',
  'verdict.unprotected': 'Not protected',
  'verdict.unknown': 'Not known',

  'grade.complete': 'Holds everything',
  'grade.localOnly': 'Volumes only in the cluster',
  'grade.partial': 'In part',
  'grade.metadataOnly': 'Without volume data',
  'grade.empty': 'Nothing of what lives there now',
  'grade.unknown': 'Not known',
  'grade.none': 'Nothing to go back to',

  'loss.everything':
    'If the cluster died now, everything in this workspace would be lost.',
  'loss.part':
    'If the cluster died now, a part of this workspace would be gone for good: there is no point to go back to.',
  'loss.nothing':
    'If the cluster died now, nothing would be lost: nothing that needs a backup lives here.',
  'loss.unknown':
    'What would be lost if the cluster died now is not known. Count on losing everything.',
  'loss.onlyBackups':
    'No cluster shows it any more, in whole or in part: of that, what the backups hold is all that is left.',
  'loss.reading':
    'What would be lost if the cluster died now is not known yet: what the backups hold is still being read.',
  'loss.changes':
    'If the cluster died now, you would lose what changed in the last {{elapsed}}.',
  'loss.only': 'Nothing more: that point is proven to hold everything else.',
  'loss.objects_one': '{{count}} older object is not held and would be gone.',
  'loss.objects_other':
    '{{count}} older objects are not held and would be gone.',
  'loss.volumes_one': 'The data of {{count}} volume would be gone.',
  'loss.volumes_other': 'The data of {{count}} volumes would be gone.',
  'loss.newer_one': '{{count}} object is newer than that and would be gone.',
  'loss.newer_other':
    '{{count}} objects are newer than that and would be gone.',
  'loss.incomplete': 'More may be lost: not everything is known.',

  'rpo.title': 'Age of the proven point',
  'rpo.target': 'Target: {{target}}',
  'rpo.none': 'No proven point',
  'rpo.source': 'Target from',
  'rpo.source.annotation': 'The workspace’s annotation',
  'rpo.source.tier': 'Its tier',
  'rpo.source.default': 'The portal’s default',

  'place.namespace': 'In {{namespace}} on {{cluster}}:',
  'place.cluster': 'On {{cluster}}:',

  'reason.noPoint': 'No usable backup takes it in.',
  'reason.noPointFailed':
    'No usable backup takes it in. The last try, {{backup}} {{age}}, ended {{phase}}.',
  'reason.recreated':
    'The namespace was made anew {{age}}; all points are of the earlier one, the newest is {{backup}}.',
  'reason.originUnknown_one':
    'It cannot be told of which cluster {{count}} point is: {{backup}}.',
  'reason.originUnknown_other':
    'It cannot be told of which cluster {{count}} points are, such as {{backup}}.',
  'reason.originInferred':
    'That {{backup}} was made on {{cluster}} is inferred: Velero does not write it down.',
  'reason.originInferredNowhere':
    'The cluster that {{backup}} was made on is inferred: Velero does not write it down.',
  'reason.evidenceWaiting': 'What {{backup}} holds is still being read.',
  'reason.evidenceUnknown': 'What {{backup}} holds is not known: {{failure}}.',
  'reason.evidenceUnknownRetry':
    'What {{backup}} holds is not known: {{failure}}. Next try {{age}}.',
  'reason.storageUnavailable':
    'The storage {{storage}} of {{backup}} is not known to be available.',
  'reason.storageUnavailableSays':
    'The storage {{storage}} of {{backup}} is not known to be available: {{message}}',
  'reason.inventoryUnread': 'What lives there has not been read yet.',
  'reason.kindsUnreadable': 'The portal may not read some kinds: {{kinds}}.',
  'reason.pointEmpty':
    '{{backup}} holds nothing of what lives there: {{missing}}.',
  'reason.objectsMissing': '{{backup}} does not hold {{missing}}.',
  'reason.volumesNotSaved':
    '{{backup}} does not hold the data of these volumes: {{volumes}}.',
  'reason.volumesLocal':
    '{{backup}} has these volumes only as snapshots beside them, which are lost with the storage: {{volumes}}.',
  'reason.volumesUnrecorded':
    '{{backup}} does not say how its volumes were saved.',
  'reason.pointErrors_one': 'Velero reports {{count}} error in {{backup}}.',
  'reason.pointErrors_other': 'Velero reports {{count}} errors in {{backup}}.',
  'reason.tooOld':
    'The newest proven point, {{backup}}, is {{elapsed}} old; the target is {{target}}.',
  'reason.nothingLives': 'Nothing that needs a backup lives there.',
  'reason.noNamespaces': 'No namespace of this workspace is known.',
  'reason.targetUnreadable':
    'The workspace’s own target cannot be read: “{{text}}”. Another one counts.',
  'reason.enabledButNotProtected':
    'It is labelled for backup, and is not protected.',
  'reason.protectedButNotEnabled':
    'It is protected, though it is not labelled for backup.',

  'warnings.title': 'What may soon be wrong',
  'warning.lastGoodExpires':
    'The last proven point, {{backup}}, expires {{age}}, and no newer one is proven.',
  'warning.holdsLess':
    '{{backup}} holds much less than {{before}}: {{held, number}} objects instead of {{heldBefore, number}}.',

  'next.addToSchedule':
    'let a schedule take it in, by its label or its namespaces',
  'next.backUpNow': 'make a backup now',
  'next.checkCluster': 'see whether the cluster and its Velero answer',
  'next.checkStorage':
    'see whether the storage can be reached, and its credentials',
  'next.clearStuckBackup': 'delete the backup that does not end',
  'next.fixSchedule': 'mend the schedule',
  'next.fixSelection':
    'widen what the schedule selects, so that these are in it',
  'next.grantRead': 'let the portal read these kinds',
  'next.makeSnapshotsPortable':
    'move snapshot data to the storage: snapshotMoveData with a node agent',
  'next.readErrors': 'read the errors of the backup',
  'next.restartVelero': 'restart Velero in that cluster',
  'next.resumeSchedule': 'resume the schedule',
  'next.saveVolumes':
    'let the schedule save volumes: snapshots moved to the storage, or file system backup',
  'next.setLabel': 'set the backup label as it is meant',
  'next.setOwnPrefix': 'give each cluster its own prefix in the bucket',
  'next.useMoreFrequentSchedule':
    'let a schedule that runs more often take it in, or see why this one does not run',
  'next.wait': 'wait, the portal goes on by itself',

  'evidence.clusterUnreachable': 'its cluster does not answer',
  'evidence.notAllowed': 'the portal may not ask Velero for downloads there',
  'evidence.notSigned': 'Velero gave no address for the download',
  'evidence.storageUnavailable': 'its storage is gone or unavailable',
  'evidence.storageUnreachable': 'the bucket cannot be reached from the portal',
  'evidence.storageUntrusted':
    'the bucket’s certificate is not signed by a known authority',
  'evidence.storageRefused': 'the bucket refuses the download',
  'evidence.storageFailed': 'the bucket answers with an error',
  'evidence.missing': 'the file is not in the bucket',
  'evidence.redirected': 'the bucket sends elsewhere, which is not followed',
  'evidence.truncated': 'the file ends in the middle',
  'evidence.notGzip': 'the file is not what Velero writes',
  'evidence.malformed': 'the file cannot be read as what Velero writes',
  'evidence.tooLarge': 'the file is larger than the portal allows',
  'evidence.slow': 'the file did not arrive in time',
  'evidence.waiting': 'What it holds is still being read.',
  'evidence.none': 'Velero did not finish it: there is nothing to read.',
  'evidence.unknown': 'What it holds is not known: {{failure}}.',

  'missing.title': 'What is missing now',
  'missing.note':
    'Compared with what lives in the cluster, in the point one would go back to.',
  'missing.objects': 'Objects not held',
  'missing.volumes': 'Volumes without data',
  'missing.point': 'Point to go back to',
  'missing.nothing': 'Nothing',
  'missing.noPoint': 'None',
  'missing.kind': '{{value, number}} {{kind}}',

  'volume.stored': 'in the storage',
  'volume.snapshot': 'in a snapshot that outlives the cluster',
  'volume.local': 'only in a snapshot beside the volume',
  'volume.failed': 'saving it failed',
  'volume.skipped': 'skipped',
  'volume.notSaved': 'claim held, no data',
  'volume.notHeld': 'not even the claim is held',
  'volume.unrecorded': 'not said',

  'points.title': 'Recovery points',
  'points.note':
    'Each compared with what lives there now. A point is as good as its worst namespace.',
  'points.empty': 'There is no recovery point of this workspace.',
  'points.takenAt': 'Taken',
  'points.grade': 'Verdict',
  'points.otherwise_one':
    'But {{count, number}} object that is gone or needs no backup.',
  'points.otherwise_other':
    'But {{count, number}} objects that are gone or need no backup.',
  'points.origin': 'Made on',
  'points.inferred': '{{cluster}} (inferred)',
  'points.storage': 'Storage',
  'points.available': 'Available',
  'points.notAvailable': 'Not known to be available',

  'unsafe.title': 'Who is not safe, and why',
  'unsafe.none': 'Every workspace is proven to be protected.',
  'unsafe.nobody': 'There is no workspace that could be assessed.',
  'unsafe.all': 'All by verdict',
  'unsafe.backlog_one': '{{count}} backup is still to be read.',
  'unsafe.backlog_other': '{{count}} backups are still to be read.',
  'unsafe.backlogStorage':
    'What lies in {{storage}} waits until that storage is available again: see what needs attention, below.',
  'unsafe.backlogClusters':
    'Nothing can be read through {{clusters}} at present; the portal tries again by itself.',

  'contents.title': 'What it really holds',
  'contents.note':
    'Read from what the backup lists of itself, by namespace. Names and counts only.',
  'contents.empty': 'It holds nothing that you may see.',
  'contents.noNamespace': 'Of no namespace',
  'contents.kinds': 'Objects by kind',
  'contents.volumes': 'Volumes',
  'contents.volumesUnrecorded':
    'The backup does not say how its volumes were saved.',
} as const;
