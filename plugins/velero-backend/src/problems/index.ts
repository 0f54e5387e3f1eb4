export { errorSaying, UnprocessableError } from './errorSaying';
export type { ErrorClass } from './errorSaying';
export { problemsIn } from './problemsIn';
export { ProblemError } from './ProblemError';
