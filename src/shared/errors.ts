/** The few named errors of the portal. Each carries one or two Danish sentences a person can act on. */

/** What a person asked for cannot be done as asked: exit 1 on the command line, 4xx on the web. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/** Settings or database cannot be used: exit 78, and systemd must not try again. */
export class UnusableError extends Error {
  override name = 'UnusableError';
}

/** Asked for by address or id and not there: 404. `what` is the Danish noun with article: "Aftalen", "Mødet". */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
  what: string;
  constructor(what: string) {
    super(`${what} findes ikke.`);
    this.what = what;
  }
}

/** An address or form that was read and found wrong: 422, shown with what to do. */
export class InvalidInputError extends Error {
  override name = 'InvalidInputError';
}

/** Signed in, but without the right: 403. The message says who may. */
export class ForbiddenError extends Error {
  override name = 'ForbiddenError';
}

/** Not signed in where one has to be: a reader is sent to sign in, a form that was sent is kept for afterwards. */
export class SignInNeededError extends Error {
  override name = 'SignInNeededError';
}
