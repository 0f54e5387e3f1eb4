import { StatusError } from '../kubernetes';

/** What Velero itself says went wrong, in its own words. */
export class VeleroError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'VeleroError';
  }
}

/**
 * The message of an error that belongs to the world that is simulated. Any
 * other is a mistake in the simulator, and thrown on.
 */
export function messageOf(error: unknown): string {
  if (error instanceof VeleroError || error instanceof StatusError) {
    return error.message;
  }
  throw error;
}
