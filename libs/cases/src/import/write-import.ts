import type { ImportWriting } from './import-writing';
import { tellImport } from './tell-import';
import { joiningByHash } from './tenant-connection';
import { holdWhatChanges, openCases } from './write-cases';
import { writeContacts } from './write-contacts';
import { writeDebtors } from './write-debtors';
import { writeLimits } from './write-limits';
import { writeDeclaredPayments, writeDisputes, writeInvoices } from './write-invoices';

/** Places what was judged, a dozen statements over sets; every balance is kept by the database's own triggers. */
export async function writeImport(writing: ImportWriting): Promise<void> {
  const { db, lines } = writing;
  await joiningByHash(db, lines, async () => {
    await holdWhatChanges(writing);
    await writeDebtors(writing);
    await writeContacts(writing);
    await openCases(writing);
  });
  await writeInvoices(writing);
  await writeDeclaredPayments(writing);
  await writeDisputes(writing);
  await joiningByHash(db, lines, async () => {
    await writeLimits(writing);
    await tellImport(writing);
  });
}
