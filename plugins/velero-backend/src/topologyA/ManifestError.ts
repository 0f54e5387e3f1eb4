import { Problem } from '@appgear/backstage-plugin-velero-common';

/** Why a host's manifest cannot be read. Never holds its address or path, which may be nobody's business. */
export class ManifestError extends Error {
  readonly name = 'ManifestError';

  constructor(message: string, readonly hint: string) {
    super(message);
  }

  get problem(): Problem {
    return { message: this.message, hint: this.hint };
  }
}
