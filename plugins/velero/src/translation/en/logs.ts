/** A backup's log, and what Velero says went wrong. */
export default {
  'log.title': 'Log',
  'log.note':
    'What Velero wrote while it made this backup. It is fetched from the storage when you ask for it.',
  'log.ofRestore':
    'What Velero wrote while it restored. It is fetched from the storage when you ask for it.',
  'log.show': 'Read the log',
  'log.level': 'Level',
  'log.level.debug': 'Everything',
  'log.level.info': 'Information and worse',
  'log.level.warning': 'Warnings and errors',
  'log.level.error': 'Errors only',
  'log.is.debug': 'Debug',
  'log.is.info': 'Information',
  'log.is.warning': 'Warning',
  'log.is.error': 'Error',
  'log.at': 'Time',
  'log.message': 'Message',
  'log.searchHint': 'Any part of a line',
  'log.empty': 'No line of the log matches.',
  'log.filtered':
    'Only lines that name a namespace which you may see are shown.',
  'log.truncated':
    'The log is longer than what the portal reads of it: its end is missing.',

  'messages.ofVelero': 'About Velero itself',
  'messages.errors': 'Errors: {{place}}',
  'messages.warnings': 'Warnings: {{place}}',
} as const;
