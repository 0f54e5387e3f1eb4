/** What the gate says by itself: see `SENTENCES`. @public */
export const GATE_SENTENCES = {
  'gate.notApprovedInTime': 'not approved before {{at}}',
  'gate.notExecutedInTime': 'not executed before {{at}}',
  'gate.superseded': 'superseded by {{request}}',

  'gate.digestChanged': 'what would be done now is not what was approved',
  'gate.requesterLostRight': '{{requester}} may no longer request this restore',
  'gate.approverLostRole':
    'an approver no longer holds the role the approval was for',
  'gate.clusterGone': 'the target cluster is not configured any more',
  'gate.targetTaken': 'restore request {{request}} holds the target',
  'gate.targetBusy': 'the restore {{restore}} is running on the same target',
  'gate.newPatches':
    '{{many}} living objects would be patched that were not there to be approved, such as {{example}}',
  'gate.newCreations':
    '{{many}} objects would be created that were there, and to be left, such as {{example}}',
  'gate.thereAlready':
    '{{many}} objects that were to be created are there already, such as {{example}}',
  'gate.stricter':
    'the policy now asks for {{many}} of {{factor}}, by the rules it has for what would be done now',

  'gate.clusterField': 'cluster: {{field}} was {{was}}, is {{is}}',
  'gate.specField': 'spec: {{field}} was {{was}}, is {{is}}',
  'gate.storageField': 'storage location: {{field}} was {{was}}, is {{is}}',
  'gate.backupField': 'backup: {{field}} was {{was}}, is {{is}}',
  'gate.namespaceField':
    'namespace {{namespace}}: {{field}} was {{was}}, is {{is}}',
  'gate.namespaceAdded':
    'namespace {{namespace}}: would be restored into as well',
  'gate.namespaceDropped':
    'namespace {{namespace}}: is no longer restored into',
  'gate.namespaceGone': 'namespace {{namespace}}: is gone',
  'gate.namespaceThere': 'namespace {{namespace}}: exists by now',
  'gate.namespaceRecreated':
    'namespace {{namespace}}: was deleted and made again',
  'gate.configMapAdded': '{{role}} ConfigMap {{name}}: was added',
  'gate.configMapChanged': '{{role}} ConfigMap {{name}}: was changed',
  'gate.configMapGone': '{{role}} ConfigMap {{name}}: is gone',
  'gate.policyChanged': "the gate's configuration changed",

  'gate.notBegun': 'it was not begun',
  'gate.foreignRestore':
    'the cluster has a Restore {{restore}} that this request did not create',
  'gate.wouldKeepOtherwise':
    'the cluster would keep something else than was approved ({{fields}}); nothing was created',
  'gate.restoreReplaced':
    'the Restore was deleted and another one has its name: what the first one did is not known',
  'gate.restoreDeleted':
    'the Restore was deleted before it ended: what it did is not known',
  'gate.ranOtherwise': 'what ran is not what was approved ({{fields}})',
  'gate.mayHaveRunOtherwise': 'what ran may not be what was approved',
  'gate.veleroRefused': 'Velero refused it: {{said}}',
  'gate.veleroFailed': 'Velero says Failed',
  'gate.veleroErrors': '{{many}} errors',
  'gate.nothingProven':
    'Velero says Completed, but what it did could not be read: nothing is proven',
  'gate.nothingChanged': 'Completed, but nothing changed',
  'gate.notWhole': 'Completed, but not whole',
  'gate.created': '{{many}} created',
  'gate.updated': '{{many}} updated',
  'gate.skipped': '{{many}} skipped',
  'gate.failed': '{{many}} failed',
  'gate.noObjects': 'no objects',

  'gate.noCluster': 'there is no cluster {{cluster}}',
  'gate.noCluster.hint': 'Choose one of the configured clusters.',
  'gate.bucket':
    '{{cluster}} is a bucket that the portal only reads: nothing can be restored to it',
  'gate.bucket.hint':
    'Give a cluster a storage location on this bucket; its Velero takes the backups over within a minute. Then restore on that cluster.',
  'gate.noBackup': 'the target cluster has no backup {{backup}}',
  'gate.noBackup.hint':
    'Choose a recovery point whose storage the target cluster knows, or wait a minute for Velero to sync it.',
  'gate.backupDeleted':
    'the backup {{backup}} is being deleted; only Completed and PartiallyFailed ones can be restored',
  'gate.backupDeleted.hint': 'Choose another recovery point.',
  'gate.backupUnfinished':
    'the backup {{backup}} is {{phase}}; only Completed and PartiallyFailed ones can be restored',
  'gate.backupUnfinished.hint': 'Choose another recovery point.',
  'gate.backupExpired':
    'the backup {{backup}} expired at {{at}} and may be deleted at any moment',
  'gate.backupExpired.hint': 'Choose a newer recovery point.',
  'gate.noLocation':
    'the storage location {{location}} of the backup {{backup}} does not exist in the target cluster',
  'gate.noLocation.hint':
    'Create the BackupStorageLocation there, or choose a cluster that has it.',
  'gate.locationUnvalidated':
    'the storage location {{location}} is not validated yet',
  'gate.locationUnvalidated.hint':
    'Mend the location first: Velero cannot read the backup.',
  'gate.locationUnavailable':
    'the storage location {{location}} is {{phase}}{{said}}',
  'gate.locationUnavailable.hint':
    'Mend the location first: Velero cannot read the backup.',
  'gate.fieldUnknown':
    "the target's Velero {{version}} does not know {{field}} (Velero {{since}} and newer), and would drop it",
  'gate.fieldUnknown.hint': 'Leave the field out, or update Velero there.',
  'gate.neverRestored': 'Velero never restores {{name}}',
  'gate.neverRestored.hint': 'Take {{name}} out of {{field}}.',
  'gate.excludesAll': '{{field}} cannot contain *',
  'gate.allAndOthers': '{{field}} must be * alone, or names without it',
  'gate.inBoth': '{{name}} is both in {{included}} and in {{field}}',
  'gate.noModifier':
    "the resource modifier {{name}} is not in Velero's namespace",
  'gate.noModifier.hint':
    'Create the ConfigMap in the target cluster, or leave resourceModifier out.',
  'gate.modifierUnusable':
    'the resource modifier {{name}} cannot be used: {{problem}}',
  'gate.modifierUnusable.hint':
    'Mend the ConfigMap in the target cluster, or leave resourceModifier out.',
  'gate.allThere': 'nothing would be restored',
  'gate.allThere.hint':
    'Everything exists already. Restore into another namespace by a mapping, delete what is to come back, or choose existingResourcePolicy: update.',
  'gate.nothingMatches': 'nothing would be restored',
  'gate.nothingMatches.hint':
    'Nothing in the backup matches the filters. Look at what the backup holds.',
  'gate.tooManyConfigMaps':
    'more than one ConfigMap is labelled {{plugin}}: {{names}}; Velero fails on every object it is for',
  'gate.tooManyConfigMaps.hint':
    "Delete all but one of them in Velero's namespace.",
  'gate.contentsUnknown': 'what the backup holds could not be read',
  'gate.contentsUnknown.hint':
    'Without it nobody can say what the restore would do. See the recovery point for what is missing.',

  'gate.tenantCrossing':
    "objects of one tenant would go into another's namespace, and no rule of the restore policy allows that by name",
  'gate.veleroNamespace':
    'it touches the namespace that Velero runs in, and no rule of the restore policy allows that by name',
  'gate.gateObjects':
    'it touches objects that the approval gate rests on, and no rule of the restore policy allows that by name',
  'gate.noRule': 'no rule of the restore policy covers this restore',
  'gate.noOwner':
    'workspace {{workspace}} has no owner who could approve: name one on its namespaces or on its catalog entity',
  'gate.noOtherPeople':
    '{{many}} of {{groups}} must approve, and besides you and those needed for the other factors there are none: add people to the group, let somebody else file the request, or change the restore policy',
  'gate.tooFewPeople':
    '{{many}} of {{groups}} must approve, and besides you and those needed for the other factors there are only {{available}}: add people to the group, let somebody else file the request, or change the restore policy',

  'gate.cannotSucceed': 'The restore cannot succeed',
  'gate.policyRefuses': 'The restore policy refuses this restore',
  'gate.neverApproved': 'The request could never be approved',
  'gate.cannotBeFiled': 'The request cannot be filed',
  'gate.clusterShut': 'Cluster {{cluster}} does not let the portal look',
  'gate.personUnknown':
    'the catalog has no {{person}}, so that nobody could tell later whether you still have the right',
  'gate.personUnknown.hint':
    'Ask for your user to be brought into the catalog.',
  'gate.timePast': 'the wanted time is in the past',
  'gate.timePast.hint': 'Leave it out to restore as soon as it is approved.',
  'gate.timeAfterExpiry':
    'the backup expires at {{at}}, before the wanted time',
  'gate.timeAfterExpiry.hint':
    'Choose an earlier time or a newer recovery point.',
  'gate.previewMoved':
    'What the restore would do has changed since the preview. Look at it again',
  'gate.supersededNotOpen':
    'The request {{request}} that this one would take the place of is not open',

  'gate.permissionMissing': 'The permission {{permission}} is needed',
  'gate.permissionOnWorkspace':
    'The permission {{permission}} is needed on workspace {{workspace}}',
  'gate.beyondRights':
    'The restore touches workspaces, or namespaces of no workspace, that you have no right over',
  'gate.inPerson':
    'This is decided in person: {{through}} cannot do it for somebody',
  'gate.trailOfSome':
    'You may read the trail of some workspaces only: name one of them',
  'gate.permissionNeeded':
    'The permission {{permission}} is needed on all that the request touches',
  'gate.no.ended': 'The request has ended',
  'gate.no.notPending': 'The request is not waiting for votes any more',
  'gate.no.notApproved': 'The request is not approved',
  'gate.no.notExecuting': 'The request is not being executed',
  'gate.no.tooEarly': 'The wanted time is still to come',
  'gate.no.digestChanged':
    'What you looked at is not what the request asks for. Open it again',
  'gate.no.alreadyVoted':
    'You have voted, and a vote stands. Somebody else can veto, and whoever may cancel can cancel',
  'gate.no.alreadyReviewed': 'The restore was reviewed already',
  'gate.no.servicesDoNotVote': 'Only people vote',
  'gate.no.ownRequest': 'Nobody decides on a request of his own',
  'gate.no.notEntitled':
    'You are in none of the groups whose consent the request needs',
  'gate.no.commentRequired': 'A comment is needed',
  'gate.no.notBreakGlass':
    'Only restores that went without approval are reviewed',

  'gate.nothingLogged': 'Nothing was restored: there is no log.',
  'gate.logLater': 'Velero uploads the log when it is done.',
  'gate.logGone': 'The Restore is gone, and its log with it.',
} as const;
