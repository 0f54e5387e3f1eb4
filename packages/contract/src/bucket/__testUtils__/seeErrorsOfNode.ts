import { types } from 'node:util';

/**
 * Errors of sockets are of Node's own world, which Jest's does not take for
 * errors: the AWS client would drop their codes, as it does nowhere else.
 */
export function seeErrorsOfNode(): void {
  Object.defineProperty(Error, Symbol.hasInstance, {
    value(this: unknown, it: unknown) {
      return this === Error
        ? types.isNativeError(it)
        : Function.prototype[Symbol.hasInstance].call(this as Function, it);
    },
  });
}
