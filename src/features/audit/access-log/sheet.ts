import { actorName } from '#src/core/access/accounts.ts';
import type { AccessLogRow } from '#src/core/access-log/queries.ts';
import type { Db } from '#src/db/client.ts';
import { column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import type { AccessQuery } from './forms.ts';
import { entriesOf } from './page.ts';
import { accessRow } from './rows.ts';

/** A longer list is taken by periods. */
const MOST = 10_000;

/** Every field of every entry that the address asks for, newest first. */
export function accessLogSheet(db: Db, asked: AccessQuery): ExportSheet {
  const found = entriesOf(db, { ...asked, before: undefined }, MOST + 1);
  const choice =
    found.length > MOST
      ? `De nyeste ${MOST} poster. Vælg en kortere periode for at få resten.`
      : 'Alt, der passer til filteret';
  return exportSheet({ title: 'Adgangslog', choice }, columnsOf(db), found.slice(0, MOST));
}

function columnsOf(db: Db) {
  return [
    column<AccessLogRow>('nummer', 10, ({ seq }) => seq),
    column<AccessLogRow>('tidspunkt_utc', 26, ({ at }) => at),
    column<AccessLogRow>('haendelse', 24, ({ event }) => event),
    column<AccessLogRow>('haendelse_ord', 34, (row) => accessRow(db, row).event),
    column<AccessLogRow>('udfald', 12, ({ outcome }) => outcome),
    column<AccessLogRow>('grund', 20, ({ reason }) => reason ?? ''),
    column<AccessLogRow>('hvem', 20, ({ actor }) => actor),
    column<AccessLogRow>('navn', 24, ({ actor }) => actorName(db, actor)),
    column<AccessLogRow>('roller', 24, ({ actorRoles }) => actorRoles),
    column<AccessLogRow>('kommune', 10, ({ actorMunicipalityId }) => actorMunicipalityId ?? ''),
    column<AccessLogRow>('om_type', 14, ({ objectType }) => objectType ?? ''),
    column<AccessLogRow>('om', 40, ({ objectId }) => objectId ?? ''),
    column<AccessLogRow>('om_kommune', 10, ({ objectMunicipalityId }) => objectMunicipalityId ?? ''),
    column<AccessLogRow>('aendring', 10, ({ batchId }) => batchId),
    column<AccessLogRow>('detaljer', 50, ({ detail }) => (detail === null ? '' : JSON.stringify(detail))),
    column<AccessLogRow>('forespoergsel', 14, ({ requestId }) => requestId ?? ''),
    column<AccessLogRow>('session', 16, ({ sessionRef }) => sessionRef ?? ''),
    column<AccessLogRow>('adresse', 24, ({ address, addressNet }) => address ?? addressNet ?? ''),
    column<AccessLogRow>('udgave', 10, ({ version }) => version),
    column<AccessLogRow>('kontrolsum', 66, ({ hash }) => hash),
  ];
}
