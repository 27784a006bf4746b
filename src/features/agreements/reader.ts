/** Reads what the material tells of agreements: the table, details of one agreement, and who has signed. */
import type { SlideReader } from '#src/core/reading/reading.ts';
import { readAgreementList } from './agreement-list-reader.ts';
import { readAgreementDetails } from './details-reader.ts';
import { readSignatures } from './signature-reader.ts';
import { readAgreementTable } from './table-reader.ts';

export { findAgreementOddities } from './oddities.ts';
export { joinLists } from './signature-joining.ts';

export const agreementReaders: readonly SlideReader[] = [
  (page, context) => readAgreementTable(page, context) ?? readAgreementList(page, context),
  readSignatures,
  readAgreementDetails,
];
