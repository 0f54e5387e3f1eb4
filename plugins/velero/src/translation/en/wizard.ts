/** The way to a restore request, step by step. */
export default {
  'wizard.title': 'Ask for a restore',
  'wizard.steps': 'Steps',
  'wizard.step': 'Step {{number, number}} of {{total, number}}: {{title}}',
  'wizard.step.source': 'What to bring back',
  'wizard.step.target': 'Where to',
  'wizard.step.options': 'What exactly',
  'wizard.step.preview': 'What it would do',
  'wizard.step.review': 'Why, and file it',
  'wizard.back': 'Back',
  'wizard.next': 'Next: {{step}}',
  'wizard.discard': 'Discard this draft',
  'wizard.resumed': 'You go on with a draft that this browser tab kept.',
  'wizard.supersedes':
    'This request takes the place of an open one, which is cancelled when it is filed.',
  'wizard.supersedes.link': 'The open request',
  'wizard.toMend_one': 'One thing is to be mended before you go on',
  'wizard.toMend_other': '{{count}} things are to be mended before you go on',

  'wizard.workspace': 'Workspace',
  'wizard.workspace.none': 'None: everything in the backup',
  'wizard.workspace.search': 'Part of a name',
  'wizard.workspace.hint':
    'The points of a workspace are compared with what lives in it now.',
  'wizard.points': 'Point to go back to',
  'wizard.points.hint':
    'What changed after a point is not in it. A point that holds little says so.',
  'wizard.points.none':
    'There is no recovery point of this workspace: nothing can be brought back.',
  'wizard.point.chosen': 'Chosen point',
  'wizard.point.takenAt': 'Taken',
  'wizard.point.backup': 'Backup',
  'wizard.point.expiresAt': 'Expires',
  'wizard.warn.empty':
    'This point holds nothing of what lives in the workspace. A restore from it brings nothing back.',
  'wizard.warn.otherwise_one':
    'This point holds nothing of what lives in the workspace now, but {{count, number}} object that is gone or needs no backup. A restore brings it back if it is gone.',
  'wizard.warn.otherwise_other':
    'This point holds nothing of what lives in the workspace now, but {{count, number}} objects that are gone or need no backup. A restore brings back those that are gone.',
  'wizard.warn.localOnly':
    'The data of the volumes lies only in snapshots beside them. If that storage is lost, they come back empty.',
  'wizard.warn.metadataOnly':
    'This point holds no data of the volumes. They would come back empty.',
  'wizard.warn.partial': 'This point does not hold everything.',
  'wizard.warn.unknown':
    'What this point holds is not known. Do not count on it before the preview.',
  'wizard.warn.unavailable':
    'Its storage is not known to be available. Velero may not be able to read it.',
  'wizard.namespaces': 'Namespaces to bring back',
  'wizard.namespaces.hint':
    'None chosen means every namespace in the backup, whosever it is.',
  'wizard.namespaces.all':
    'No namespace is chosen: everything in the backup would be restored.',

  'wizard.place': 'Where it goes',
  'wizard.place.same': 'Same place: the namespaces it came from',
  'wizard.place.same.hint':
    'What lives there stays as it is, unless you say otherwise. Data is never restored into living volumes.',
  'wizard.place.renamed': 'New namespaces in the same cluster',
  'wizard.place.renamed.hint':
    'Nothing that lives is touched. Right for a look, a comparison or a drill.',
  'wizard.place.elsewhere': 'Another cluster',
  'wizard.place.elsewhere.hint':
    'One that knows the storage of the backup. Right when the cluster is lost.',
  'wizard.place.bucket': '{{name}} is a bucket, which the portal only reads.',
  'wizard.place.nowhere': 'No other cluster knows the storage of this backup.',
  'wizard.cluster': 'Cluster',
  'wizard.cluster.choose': 'Choose a cluster',
  'wizard.cluster.facts': '{{title}} · {{role}} · Velero {{version}}',
  'wizard.cluster.factsUnknown': '{{title}} · {{role}}',
  'wizard.rename': 'New names',
  'wizard.rename.from': '{{namespace}} becomes',
  'wizard.rename.optional': 'Empty: it keeps its name.',
  'wizard.rename.suffix': 'Add “-restored” to all of them',
  'wizard.rename.unknown':
    'Choose the namespaces to bring back first, in the step before.',

  'wizard.options.intro':
    'Everything here may stay as it is: then Velero does what is usual. Each field has its name in the Restore beside it.',
  'wizard.options.version':
    'Fields that Velero {{version}} on {{cluster}} does not know are not shown.',
  'wizard.options.scope': 'Which objects',
  'wizard.options.volumes': 'Volumes',
  'wizard.options.details': 'How it goes',
  'wizard.options.danger': 'Dangerous',
  'wizard.options.danger.hint':
    'These overwrite what lives, reach beyond the namespaces or run commands. Those who must consent see them first.',
  'wizard.option.includedNamespaces': 'Only these namespaces',
  'wizard.option.includedNamespaces.hint':
    'By their names in the backup. Empty: all. * stands for any letters.',
  'wizard.option.excludedNamespaces': 'Not these namespaces',
  'wizard.option.excludedNamespaces.hint': 'Names with commas between.',
  'wizard.option.includedResources': 'Only these kinds',
  'wizard.option.includedResources.hint':
    'Such as deployments.apps, secrets. Empty: all kinds.',
  'wizard.option.excludedResources': 'Not these kinds',
  'wizard.option.excludedResources.hint': 'Such as secrets, ingresses.',
  'wizard.option.labelSelector': 'Only objects with these labels',
  'wizard.option.labelSelector.hint':
    'As kubectl takes them, such as app=web,tier in (a,b). One a line; more than one line: any of them.',
  'wizard.option.restorePVs': 'Bring back volumes',
  'wizard.option.restorePVs.hint':
    'No: claims come back with empty volumes, or with the volume they had.',
  'wizard.option.writeSparseFiles': 'Write files without their empty parts',
  'wizard.option.writeSparseFiles.hint':
    'Saves room in the new volume. Counts for file system backups.',
  'wizard.option.parallelFilesDownload': 'Files at once',
  'wizard.option.parallelFilesDownload.hint':
    'How many files of a volume are read at the same time. Empty: as many as the node has processors.',
  'wizard.option.preserveNodePorts': 'Keep the node ports of Services',
  'wizard.option.preserveNodePorts.hint':
    'Fails where the port is taken. No: new ones are given.',
  'wizard.option.statusIncluded': 'Bring back the status of these kinds',
  'wizard.option.statusIncluded.hint':
    'Most kinds find their own status again. * means all kinds.',
  'wizard.option.statusExcluded': 'But not the status of these kinds',
  'wizard.option.statusExcluded.hint': 'Names with commas between.',
  'wizard.option.itemOperationTimeout': 'Give up on volume data after',
  'wizard.option.itemOperationTimeout.hint':
    'Such as 4h or 1h30m. Empty: 4 hours.',
  'wizard.option.existingResourcePolicy': 'What lives already',
  'wizard.option.existingResourcePolicy.hint':
    'Overwriting patches what differs. It never restores data into living volumes.',
  'wizard.option.existingResourcePolicy.default': 'Stays as it is (usual)',
  'wizard.option.existingResourcePolicy.none': 'Stays as it is: none',
  'wizard.option.existingResourcePolicy.update': 'Is overwritten: update',
  'wizard.option.includeClusterResources': 'Objects of the whole cluster',
  'wizard.option.includeClusterResources.hint':
    'Such as ClusterRoles and custom resource definitions. Usual: only the volumes that are needed, once namespaces are chosen.',
  'wizard.option.resourceModifier': 'Change objects by a ConfigMap',
  'wizard.option.resourceModifier.hint':
    'Name of a ConfigMap with resource modifiers in the namespace of Velero. Its contents are frozen with the request.',
  'wizard.option.hooks': 'Commands in restored pods',
  'wizard.option.hooks.hint':
    'The list of spec.hooks.resources, as YAML. Pods may bring commands of their own by annotations.',
  'wizard.option.hooks.addExec': 'Example: a command',
  'wizard.option.hooks.addInit': 'Example: a container before',
  'wizard.choice.default': 'As usual in Velero',
  'wizard.choice.yes': 'Yes',
  'wizard.choice.no': 'No',

  'wizard.preview.obstacles': 'This restore cannot succeed',
  'wizard.preview.refused': 'The policy refuses this restore',
  'wizard.preview.neverApproved': 'This request could never be approved',
  'wizard.preview.again': 'Look again',
  'wizard.preview.moved':
    'What the restore would do has changed since you looked. This is what it would do now.',
  'wizard.preview.effect': 'What it does',
  'wizard.preview.dataNote':
    'A preview reads the backup and the cluster as they are now. Before Velero begins it is compared once more; if anything differs, nothing is done.',
  'wizard.preview.sameTarget_one':
    'Another open request writes into the same namespaces',
  'wizard.preview.sameTarget_other':
    '{{count}} other open requests write into the same namespaces',

  'wizard.reason': 'Why this restore',
  'wizard.reason.hint':
    'For those who decide, and for the record: what happened, and what you expect to have back.',
  'wizard.ticket': 'Ticket',
  'wizard.ticket.hint': 'Its address, if there is one.',
  'wizard.notBefore': 'Not before',
  'wizard.notBefore.hint':
    'In your time zone. Empty: as soon as it is approved.',
  'wizard.review.same': 'The same by other means',
  'wizard.review.same.hint':
    'To read and to keep. Where the clusters have the gate’s admission policy, they take a Restore only from the portal.',
  'wizard.review.yaml': 'As YAML',
  'wizard.review.command': 'As a command',
  'wizard.review.withoutFlag':
    'The command has no flag for {{fields}}: use the YAML.',
  'wizard.copy': 'Copy',
  'wizard.copied': 'Copied',
  'wizard.file': 'File the request',
  'wizard.file.hint': 'Nothing happens before everyone who must has consented.',
  'wizard.filed': 'The request is filed',
  'wizard.failed': 'The request could not be filed',
  'wizard.failed.moved':
    'What the restore would do has changed since you looked. Look at it again before you file it.',
  'wizard.failed.forbidden':
    'You may not ask for this. The restore touches workspaces that you have no right over.',

  'wizard.breakGlass': 'In an emergency',
  'wizard.breakGlass.hint':
    'If people or data come to harm while you wait for consent, you may restore at once. Everyone who would have been asked is told now, and somebody else must review it afterwards.',
  'wizard.breakGlass.open': 'Restore without approval…',
  'wizard.breakGlass.incident': 'Incident',
  'wizard.breakGlass.incident.hint':
    'As its system names it, such as INC-1234.',
  'wizard.breakGlass.confirm':
    'I know that this starts at once and cannot be stopped.',
  'wizard.breakGlass.submit': 'Restore now',
  'wizard.breakGlass.cancel': 'No, go back',
  'wizard.breakGlass.filed': 'The restore begins',

  'wizard.problem.backup': 'Choose a point to go back to.',
  'wizard.problem.target': 'Choose a cluster.',
  'wizard.problem.rename': 'Give {{field}} a new name.',
  'wizard.problem.oneByOne':
    'Choose the namespaces one by one, so that each can have another name.',
  'wizard.problem.sameName': 'This is the name that it has already.',
  'wizard.problem.namespaceName':
    'Not a name of a namespace: small letters, digits and hyphens, 63 at most.',
  'wizard.problem.selector': 'Not a label selector: {{detail}}',
  'wizard.problem.duration': 'Write a length of time such as 4h or 1h30m.',
  'wizard.problem.number': 'Write a whole number, 1 or more.',
  'wizard.problem.hooks': 'Not a list of hooks: {{detail}}',
  'wizard.problem.neverRestored':
    'Velero never restores {{name}}: take it out.',
  'wizard.problem.inBoth':
    '{{name}} is included too: take it out of one of the two lists.',
  'wizard.problem.excludesAll':
    'Leaving out * would leave out everything: write names.',
  'wizard.problem.allAndOthers':
    'Either * alone, which is everything, or names without it.',
  'wizard.problem.reason':
    'Say in a sentence why, for those who decide and for the record.',
  'wizard.problem.link': 'Write an address that begins with http or https.',
  'wizard.problem.time': 'Not a time.',
  'wizard.problem.past': 'This time has gone. Empty means at once.',
  'wizard.problem.incident': 'Name the incident.',
  'wizard.problem.other': '{{field}}: {{detail}}',

  'wizard.link': 'Restore…',
  'wizard.link.workspace': 'Restore {{workspace}}…',
  'wizard.link.backup': 'Restore from {{backup}}…',
} as const;
