import { fieldNamedBy } from './column-names';
import { COLUMN_SYNONYMS } from './column-synonyms';
import { ImportFileError } from './import-file.errors';
import { IMPORT_FIELDS, type FileFormat, type Mapping } from './import-file.types';
import { applyMappingFile, mappingFileOf, parseMappingFile } from './mapping-file';
import { proposeMapping } from './propose-mapping';

const named = (mapping: Mapping) =>
  Object.fromEntries(Object.entries(mapping.fields).map(([field, index]) => [field, mapping.columns[index]]));
const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error as ImportFileError;
  }
  throw new Error('nothing was refused');
};

describe('proposeMapping', () => {
  it('knows French and English names whatever their case, accents, blanks and underscores', () => {
    const headers = [
      'N° FACTURE',
      'code_client',
      'Raison sociale',
      'DATE_DE_FACTURE',
      "Date d'échéance",
      'Montant  TTC (€)',
      'Reste dû',
      'E-mail',
      'Tél.',
      'Code postal',
      'Bon de commande',
    ];
    expect(named(proposeMapping(headers, []))).toEqual({
      invoiceNumber: 'N° FACTURE',
      debtorReference: 'code_client',
      debtorName: 'Raison sociale',
      invoiceDate: 'DATE_DE_FACTURE',
      dueDate: "Date d'échéance",
      amount: 'Montant TTC (€)',
      openAmount: 'Reste dû',
      email: 'E-mail',
      phone: 'Tél.',
      postcode: 'Code postal',
      purchaseOrder: 'Bon de commande',
    });
    const english = ['Invoice No.', 'CustomerID', 'customer_name', 'InvoiceDate', 'DUE DATE', 'Amount', 'Outstanding', 'VAT number', 'Zip'];
    expect(named(proposeMapping(english, []))).toMatchObject({
      invoiceNumber: 'Invoice No.',
      debtorReference: 'CustomerID',
      debtorName: 'customer_name',
      amount: 'Amount',
      openAmount: 'Outstanding',
      vatNumber: 'VAT number',
      postcode: 'Zip',
    });
  });
  it('prefers the surer name and tells of the other; VAT and net amounts are no amounts to claim', () => {
    const mapping = proposeMapping(['Facture', 'Client', 'Date', 'Montant', 'Montant TTC', 'TVA', 'Montant HT'], []);
    expect(named(mapping)).toEqual({ invoiceNumber: 'Facture', debtorName: 'Client', invoiceDate: 'Date', amount: 'Montant TTC' });
    expect(mapping.findings).toContainEqual({
      about: 'mapping',
      code: 'COLUMN_ALSO_FITS',
      facts: { field: 'amount', column: 'Montant', taken: 'Montant TTC' },
      ambiguous: true,
    });
    expect(mapping.extra.map((index) => mapping.columns[index])).toEqual(['Montant', 'TVA', 'Montant HT']);
  });
  it('does not believe a country column that holds no countries', () => {
    expect(proposeMapping(['Pays'], [['391'], ['406']]).fields.country).toBeUndefined();
    expect(proposeMapping(['Pays'], [['France'], ['BE'], ['Deutschland'], ['??']]).fields.country).toBe(0);
  });
  it('says what is missing, and derives due dates by the legal 30 days', () => {
    expect(proposeMapping(['id', 'name'], []).missing).toEqual(['invoiceNumber', 'invoiceDate', 'amount|openAmount']);
    expect(proposeMapping(['Facture', 'Client', 'Date', 'Solde'], []).findings).toContainEqual(
      expect.objectContaining({ code: 'DUE_DATE_FROM_TERMS', facts: { days: 30 } }),
    );
  });
  it('has no name that could mean two fields', () => {
    for (const field of IMPORT_FIELDS) {
      for (const name of COLUMN_SYNONYMS[field]) expect(`${name}: ${fieldNamedBy(name)?.field}`).toBe(`${name}: ${field}`);
    }
    expect(['Montant', 'Montant dû', 'MONTANT DU', 'Date', 'Le montant'].map((header) => fieldNamedBy(header)?.field)).toEqual([
      'amount',
      'openAmount',
      'openAmount',
      'invoiceDate',
      'amount',
    ]);
  });
});

describe('mapping file', () => {
  const proposed = proposeMapping(['Facture', 'Client', 'Code', 'Date', 'Montant', ''], []);
  it('corrects the proposal: by name, by position, or takes a field off', () => {
    const file = parseMappingFile(
      '{"fields": {"debtorReference": "code", "debtorName": null, "purchaseOrder": "#6"}, "defaults": {"currency": "CHF", "termsDays": 45}}',
    );
    const mapping = applyMappingFile(proposed, file);
    expect(named(mapping)).toEqual({
      invoiceNumber: 'Facture',
      debtorReference: 'Code',
      invoiceDate: 'Date',
      amount: 'Montant',
      purchaseOrder: '#6',
    });
    expect(mapping).toMatchObject({ missing: [], defaults: { currency: 'CHF', termsDays: 45 }, extra: [1] });
  });
  it('can be remembered: a mapping turned into a file gives the same mapping', () => {
    const corrected = applyMappingFile(
      proposed,
      parseMappingFile('{"fields": {"debtorReference": "Code"}, "defaults": {"currency": "CHF"}}'),
    );
    const remembered = mappingFileOf(corrected, { dateFormat: 'MM/dd/yyyy', decimalSign: '.' } as FileFormat);
    expect(parseMappingFile(JSON.stringify(remembered))).toEqual(remembered);
    expect(applyMappingFile(proposed, remembered)).toMatchObject({ fields: corrected.fields, defaults: { currency: 'CHF' }, missing: [] });
  });
  it('names a column that does not exist and those that do', () => {
    expect(refusal(() => applyMappingFile(proposed, parseMappingFile('{"fields": {"amount": "TTC"}}')))).toMatchObject({
      code: 'MAPPING_UNKNOWN_COLUMN',
      params: { field: 'amount', column: 'TTC', expected: 'Facture | Client | Code | Date | Montant | #6' },
    });
  });
  it.each([
    ['{', 'JSON'],
    ['[]', '(root)'],
    ['{"fields": {"montant": "x"}}', 'fields'],
    ['{"fields": {"amount": 3}}', 'fields.amount'],
    ['{"format": {"dateFormat": "jj/mm"}}', 'format.dateFormat'],
    ['{"defaults": {"currency": "EURO"}}', 'defaults.currency'],
    ['{"defaults": {"termsDays": 900}}', 'defaults.termsDays'],
    ['{"mapping": {}}', '(root)'],
  ])('%s is refused, naming the place', (json, place) =>
    expect(refusal(() => parseMappingFile(json))).toMatchObject({ code: 'MAPPING_FILE_INVALID', params: { place } }),
  );
});
