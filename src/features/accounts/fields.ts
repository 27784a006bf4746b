/** A form as its page prints it: each field with what was typed and what is wrong with it. */
import type { Fault, Typed } from '#src/web/forms.ts';

export interface Field {
  name: string;
  label: string;
  type: 'text' | 'email' | 'password';
  value: string;
  hint: string | null;
  fault: string | null;
  autocomplete: string;
}

/** What a page of a form shows: nothing yet, or what was sent and why it was refused. */
export interface Shown {
  faults: readonly Fault[];
  typed: Typed;
}

export const NOTHING_SENT: Shown = { faults: [], typed: {} };

type FieldWords = Pick<Field, 'name' | 'label'> & Partial<Field>;

/** A password is never printed again. */
export function fieldOf({ faults, typed }: Shown, words: FieldWords): Field {
  const { name, type = 'text', value = '' } = words;
  const sent = typed[name];
  const shown = typeof sent === 'string' ? sent : value;
  return {
    hint: null,
    autocomplete: 'off',
    ...words,
    type,
    value: type === 'password' ? '' : shown,
    fault: faults.find((one) => one.field === name)?.text ?? null,
  };
}

export function passwordField(shown: Shown, label = 'Vælg en adgangskode'): Field {
  return fieldOf(shown, {
    name: 'adgangskode',
    label,
    type: 'password',
    autocomplete: 'new-password',
    hint: 'Mindst 15 tegn. Fire ord, der ikke hører sammen, er lette at huske. Tal og tegn er ikke nødvendige.',
  });
}
