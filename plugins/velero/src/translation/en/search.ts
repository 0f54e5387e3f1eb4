/** Restore requests in the portal's search. */
export default {
  'search.type': 'Restore requests',
  'search.restoreOf': 'Restore of {{workspace}}',
  'search.restoreFrom': 'Backup {{backup}} into {{cluster}}. Filed:',
} as const;
