/** The coverage simulator. */
export default {
  'coverage.title': 'What it will hold',
  'coverage.note':
    'Tried on what lives in the cluster now, by Velero’s own rules. Nothing is changed by it.',
  'coverage.new': 'Try a new schedule',
  'coverage.newNote':
    'Paste the manifest of a schedule, and see what it would hold before it runs.',
  'coverage.cluster': 'On cluster',
  'coverage.noCluster':
    'There is no cluster with Velero that you may see, to try it on.',
  'coverage.manifest': 'Manifest of the schedule, YAML',
  'coverage.manifestHint':
    'One object of kind Schedule. It is read and thrown away; nothing is applied.',
  'coverage.edit': 'Edit and try',
  'coverage.paste': 'Paste and try',
  'coverage.run': 'Try it',
  'coverage.asItIs': 'Back to the schedule as it is',
  'coverage.refused': 'This manifest cannot be tried',
  'coverage.asOf':
    'By the rules of Velero {{version}}, with what lived there {{age}}.',
  'coverage.unread':
    'What lives in the cluster has not been read yet, so nothing can be said for sure.',
  'coverage.edited': 'This is what the text above would hold.',
  'coverage.omitted':
    'Too much lives in the cluster to try all at once. Left out: {{workspaces}}.',
  'coverage.problems': 'What would go wrong with the backup as a whole',
  'coverage.problem.invalid': 'Velero refuses it: {{message}}',
  'coverage.problem.namespaceMissing':
    'The namespace {{message}} does not exist.',
  'coverage.problem.selectorRefused':
    'The API server refuses the label selector {{message}}.',
  'coverage.allWorkspaces': 'All workspaces',
  'coverage.empty': 'There is no workspace on this cluster that you may see.',

  'coverage.outcome': 'Would hold',
  'coverage.outcome.all': 'Everything',
  'coverage.outcome.part': 'A part',
  'coverage.outcome.nothing': 'Nothing',
  'coverage.outcome.nothingLives': 'Nothing lives there',
  'coverage.outcome.unknown': 'Not known',
  'coverage.objects': 'Objects held',
  'coverage.missed': 'What it would miss, and why',
  'coverage.missedOf': '{{kinds}}: {{why}}',
  'coverage.excluded':
    '{{kinds}}: left out on purpose, by the label velero.io/exclude-from-backup',
  'coverage.volumes': 'Volumes',

  'forecast.stored': 'in the storage',
  'forecast.snapshot': 'in a snapshot that outlives the cluster',
  'forecast.local': 'only in a snapshot beside the volume',
  'forecast.notSaved': 'no data',
  'forecast.notHeld': 'not even the claim',
  'forecast.unknown': 'not known',

  'miss.namespaceNotIncluded': 'its namespace is not listed',
  'miss.namespaceExcluded': 'its namespace is excluded',
  'miss.namespaceExcludedByLabel':
    'its namespace is labelled velero.io/exclude-from-backup',
  'miss.namespacePatternIsLiteral':
    'this Velero takes the pattern by the letter, and finds no such namespace',
  'miss.kindNotIncluded': 'its kind is not listed',
  'miss.kindExcluded': 'its kind is excluded',
  'miss.kindExcludedByVelero': 'Velero handles this kind itself',
  'miss.clusterScopedOff': 'objects of the whole cluster are switched off',
  'miss.clusterScopedOnlyByChain':
    'it comes only along with another object, and none brings it',
  'miss.labelSelector':
    'it lacks the label itself; labels of its namespace do not count',
  'miss.labelSelectorRefused': 'the label selector is refused',
  'miss.namespaceWithoutSelection': 'nothing in the namespace is selected',
  'miss.excludedByLabel': 'it is labelled velero.io/exclude-from-backup',
  'miss.terminating': 'it is being deleted',
  'miss.servedByOtherGroup': 'it is taken from another API group',
  'miss.invalid': 'Velero refuses the whole schedule',

  'patch.title': 'What to change',
  'patch.note':
    'For the repository that the schedule lives in; right for this cluster’s Velero. Changed so, of {{total, number}} namespaces {{held, number}} would be held with everything.',
  'patch.diff': 'The change as a diff',
  'patch.copy': 'Copy the diff',
  'patch.copyAfter': 'Copy the new manifest',
  'patch.copied': 'Copied',
  'patch.notCopied':
    'Could not be copied. Select the text and copy it by hand.',
  'patch.none':
    'There is nothing to change: no change of the schedule would hold more.',
  'patch.notNeeded': 'There is nothing to change: it holds everything.',
  'patch.notAllowed':
    'You may not see the change: it would name namespaces of others. Ask the people who run this portal.',
  'patch.tooLarge':
    'Too much lives in the cluster to try out changes for all workspaces at once.',

  'change.dropSelector':
    'no longer select single objects by their own labels: it is the namespaces that carry them',
  'change.dropSelectorFor':
    'take the namespaces {{names}} instead of selecting single objects by their own labels',
  'change.listNamespaces':
    'list the namespaces {{names}} by name: this Velero takes patterns by the letter',
  'change.usePattern':
    'take namespaces by the pattern {{names}}, which follows those that come later',
  'change.keepNamespaces': 'no longer exclude the namespaces {{names}}',
  'change.keepKinds': 'also take the kinds {{names}}',
  'change.moveSnapshotData':
    'move snapshot data to the storage; this needs a node agent in the cluster',
  'change.copyVolumes':
    'copy volumes that cannot be snapshotted, file by file; this needs a node agent in the cluster',
  'change.snapshotVolumes': 'no longer switch off snapshots of volumes',
} as const;
