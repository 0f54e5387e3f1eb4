export { Elapsed } from './Elapsed';
export { useNow } from './now';
export { Timestamp } from './Timestamp';
export type { TimestampProps } from './Timestamp';
export { Ttl } from './Ttl';
export { useFormats } from './useFormats';
export type { Formats } from './formats';
