import type { Actor } from '#src/core/access-log/record.ts';

/** Who does something, when, and with which form. */
export interface Doer extends Actor {
  now: Date;
  /** The key the form was made with: the same form sent again does nothing more. Null where no form was sent. */
  formKey: string | null;
}
