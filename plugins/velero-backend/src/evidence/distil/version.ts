/**
 * Raise it with each change after which the same files give other evidence:
 * what was stored by an older one is then read again.
 */
export const DISTILLER_VERSION = 1;
