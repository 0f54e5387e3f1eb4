import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** A point that holds everything. */
export interface Proven {
  /** ISO 8601, UTC: when it was taken. */
  provenAt: string;
  backup?: string;
}

/** Whose point is looked for, and as whom. */
export interface Looking {
  workspace: string;
  credentials: BackstageCredentials;
}
