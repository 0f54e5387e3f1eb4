/** Restore requests in the portal's search. */
export default {
  'search.type': 'Restore requests',
  'search.restoreOf': 'Restore of {{workspace}}',
  'search.restoreInto': 'Restore of {{workspace}} into {{namespaces}}',
  'search.restoreFrom': 'Backup {{backup}} on {{cluster}}. Filed:',
} as const;
