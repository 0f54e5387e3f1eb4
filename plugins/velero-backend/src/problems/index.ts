export { errorSaying, UnprocessableError } from './errorSaying';
export type { ErrorClass } from './errorSaying';
export { ProblemError } from './ProblemError';
