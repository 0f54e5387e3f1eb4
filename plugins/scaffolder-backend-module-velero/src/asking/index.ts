export { fromBackend } from './fromBackend';
export { idempotencyKey } from './idempotencyKey';
export { parseTimeout } from './parseTimeout';
export { waitUntil } from './waitUntil';
export type { Look, Waiting } from './waitUntil';
