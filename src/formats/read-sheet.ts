/** Bytes of an uploaded spreadsheet -> its rows. What the file is, its bytes say and not its name. */
import { readCsv } from './csv.ts';
import { MOST_BYTES, type Sheet, UnreadableSheetError } from './sheet.ts';
import { readXlsx } from './xlsx-reader.ts';

/**
 * CSV (`;` `,` or tab; UTF-8, UTF-16 or Windows-1252) or XLSX (the first visible sheet with content).
 * CSV cells are text or null. XLSX cells are text, numbers, days or null; of a formula the value that was last
 * calculated is read, of merged cells the first holds the value, hidden rows and columns are read.
 * @param fileName stands before what is said of a file that cannot be read
 * @throws UnreadableSheetError for everything else: "liste.xls: ", then one or two Danish sentences
 */
export function readSheet(fileName: string, bytes: Uint8Array): Sheet {
  try {
    return sheetIn(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableSheetError)) throw error;
    throw new UnreadableSheetError(`${fileName.slice(0, LONGEST_NAME)}: ${error.message}`);
  }
}

const LONGEST_NAME = 100;

function sheetIn(bytes: Uint8Array): Sheet {
  if (bytes.length === 0) throw new UnreadableSheetError('Filen er tom. Vælg en fil med mindst én række.');
  if (bytes.length > MOST_BYTES) {
    throw new UnreadableSheetError(
      'Filen fylder mere end 5 MB. Slet det, der ikke skal bruges, og prøv igen.',
    );
  }
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes);
  if (startsWith(bytes, OLE)) throw oldOrLocked(bytes);
  return readCsv(bytes);
}

/** The container of Excel before 2007, and of every workbook with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function oldOrLocked(bytes: Uint8Array): UnreadableSheetError {
  const isLocked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return new UnreadableSheetError(
    isLocked
      ? 'Regnearket er låst med en adgangskode. Fjern adgangskoden i Excel, og prøv igen.'
      : 'Filen er i et ældre Excel-format (.xls). Gem den som .xlsx i Excel, og prøv igen.',
  );
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
