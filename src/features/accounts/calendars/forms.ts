import { z } from 'zod';
import { formKey } from '#src/features/accounts/forms.ts';

/** `kommune` for one's own, or the id of a solution: looked up by the deed. */
export const calendarForm = z.object({ kalender: z.string().max(100).default(''), _noegle: formKey });

export const deedForm = z.object({ _noegle: formKey });
