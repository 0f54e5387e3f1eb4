/** What a request names does not exist: 404. */
export class NotThere extends Error {}

/** A request that cannot be understood: 400. */
export class BadRequest extends Error {}

/** A request without the token: 401. */
export class Unauthorized extends Error {}
