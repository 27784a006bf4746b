import { describe, expect, test } from 'vitest';
import { readMailAddress, readMailbox } from '#src/shared/mail-address.ts';

describe('an address of a mailbox', () => {
  test.each([
    ['anna@odense.dk', 'anna@odense.dk'],
    [' Anna.Holm+portal@Odense.DK ', 'Anna.Holm+portal@odense.dk'],
    ["o'brien_2@it.ballerup.dk", "o'brien_2@it.ballerup.dk"],
    ['post@københavn.dk', 'post@xn--kbenhavn-54a.dk'],
    ['post@KØBENHAVN.dk', 'post@xn--kbenhavn-54a.dk'],
    ['post@xn--kbenhavn-54a.dk', 'post@xn--kbenhavn-54a.dk'],
  ])('%s is read as %s', (typed, address) => {
    expect(readMailAddress(typed)).toEqual({ address });
  });

  test.each([
    ['', 'nothing'],
    ['anna', 'no domain'],
    ['@odense.dk', 'no name'],
    ['anna@', 'no domain'],
    ['anna@odense', 'one label'],
    ['anna@localhost', 'this machine'],
    ['anna@127.0.0.1', 'a number'],
    ['anna@[127.0.0.1]', 'a literal'],
    ['anna@odense..dk', 'two dots'],
    ['anna@-odense.dk', 'a hyphen first'],
    ['anna@odense_by.dk', 'an underscore'],
    ['anna@odense.dk.', 'a dot at the end'],
    ['.anna@odense.dk', 'a dot first'],
    ['an..na@odense.dk', 'two dots in the name'],
    ['anna@odense.dk\r\nBcc: x@y.dk', 'a header'],
    ['anna@odense.dk\n', 'a line break'],
    ['anna@odense.dk\u0000', 'a null'],
    ['anna\u2028@odense.dk', 'a line separator'],
    ['anna@odense.dk,bo@aarhus.dk', 'two'],
    ['anna@odense.dk;bo@aarhus.dk', 'two'],
    ['anna@odense.dk bo@aarhus.dk', 'two'],
    ['anna@ond.example@odense.dk', 'two @'],
    ['anna%odense.dk@ond.example', 'a relay route'],
    ['ond.example!anna@odense.dk', 'a relay route'],
    ['@ond.example:anna@odense.dk', 'a source route'],
    ['"a b"@odense.dk', 'quotes'],
    ['"anna@ond.example"@odense.dk', 'an address in quotes'],
    ['a@odense(kommentar).dk', 'a comment'],
    ['(x)a@odense.dk', 'a comment'],
    ['Anna <anna@odense.dk>', 'a name'],
    ['venner: anna@odense.dk', 'a group'],
    ['søren@odense.dk', 'Danish letters before @'],
    ['anna@ｏdense.dk', 'a full-width letter'],
    ['anna@odense。dk', 'a Chinese full stop'],
    ['anna@od\u00adense.dk', 'a soft hyphen'],
    ['anna@od\u200dense.dk', 'a joiner'],
    ['anna@ode%6Ese.dk', 'an escape'],
    [`${'a'.repeat(65)}@odense.dk`, 'a long name'],
    [`anna@${'a.'.repeat(130)}dk`, 'a long domain'],
  ])('%j (%s) is refused with a sentence that says what to do', (typed) => {
    const read = readMailAddress(typed);
    expect('fault' in read ? read.fault : read.address).toMatch(
      /^(Skriv|Mailadressen|Før @|Det, der står).*\.$/s,
    );
    expect(read).not.toHaveProperty('address');
  });
});

test('a sender is a name and an address, or the address alone', () => {
  const address = 'portal@kombit.dk';
  expect(readMailbox('Programlederportalen <portal@kombit.dk>')).toEqual({
    name: 'Programlederportalen',
    address,
  });
  expect(readMailbox('"KOMBIT, portalen" <portal@kombit.dk>')).toEqual({ name: 'KOMBIT, portalen', address });
  expect(readMailbox('portal@kombit.dk')).toEqual({ name: '', address });
  for (const wrong of ['portal', 'A <b> <portal@kombit.dk>', 'Navn <portal@kombit.dk>, x@y.dk'])
    expect(readMailbox(wrong)).toHaveProperty('fault');
});
