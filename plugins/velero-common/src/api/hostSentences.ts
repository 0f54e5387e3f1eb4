const CONFIGURED = 'See velero.topologyA.hosts in the portal’s configuration.';
const RIGHT_FILE =
  'Name the manifest.json beside the backups, as appgear-backup wrote it.';

/** Why a topology A host's manifest cannot be read: see `SENTENCES`. @public */
export const HOST_SENTENCES = {
  'host.redirects':
    'The host answers with a redirect ({{status}}), which is not followed.',
  'host.redirects.hint': CONFIGURED,
  'host.answers': 'The host answers with {{status}}.',
  'host.answers.hint': CONFIGURED,
  'host.slow': 'The host does not answer in time.',
  'host.slow.hint':
    'See whether it is up, and whether the portal may reach it.',

  'host.noFile': 'The manifest is not a file.',
  'host.noFile.hint': CONFIGURED,
  'host.tooLarge': 'The manifest is larger than 1 MiB.',
  'host.tooLarge.hint':
    'Keep fewer backups (KEEP_BACKUPS), or see whether this is the right file.',
  'host.noManifest': 'There is no manifest.',
  'host.noManifest.hint': `Run appgear-backup on the host once. ${CONFIGURED}`,
  'host.forbidden': 'The portal may not read the manifest.',
  'host.forbidden.hint':
    'Let the user that the portal runs as read it; see topology-a/README.md.',
  'host.unreadable': 'The manifest cannot be read.',
  'host.unreadable.hint': CONFIGURED,
  'host.unreadableFor': 'The manifest cannot be read ({{code}}).',
  'host.unreadableFor.hint': CONFIGURED,

  'host.notJson': 'The manifest is not JSON.',
  'host.notJson.hint': RIGHT_FILE,
  'host.otherManifest':
    'The manifest is not one of a topology A host: {{problem}}',
  'host.otherManifest.hint': RIGHT_FILE,
} as const;
