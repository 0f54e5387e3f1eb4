/** Fields in the forms of software templates. */
export default {
  'template.loading': 'Loading…',
  'template.open': 'Show all',
  'template.close': 'Close',
  'template.clear': 'Clear',
  'template.failed': 'There is nothing to choose from now: {{message}}',
  'template.noWorkspace': 'There is no workspace that you may see.',
  'template.noCluster': 'There is no cluster that you may see.',
  'template.noPoint': 'There is no point to go back to.',
  'template.workspaceFirst': 'Choose a workspace first.',
} as const;
