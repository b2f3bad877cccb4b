import { toGlobalId } from '@amiable/platform';
import { openStage, type Ask, type Stage } from '../stage';

const editorFields = `newest isJudged tone parts { name isNeeded } fields { name insert } versions { id version state sent text { title } }`;
const words = {
  subject: 'Un mot : {{ totals.open | money }}',
  preheader: '',
  title: 'Un mot',
  body: 'Bonjour {{ debtor.name }}.\n\n[amount]\n\n[note]\n\n[pay]',
};

describe('templates over the interface', () => {
  let stage: Stage;
  let manager: Ask;
  let keys = 0;
  const slot = (more: object = {}) => ({
    clientId: toGlobalId('Client', stage.cast.a.id, stage.cast.a.id),
    template: 'REMINDER_1',
    language: 'FR',
    hat: 'CLIENT_NAME',
    ...more,
  });
  const write = (text: object, after: number, more: object = {}) =>
    manager(`mutation($input: WriteTemplateInput!) { writeTemplate(input: $input) { ${editorFields} } }`, {
      input: { ...slot(more), text: { ...words, ...text }, after, idempotencyKey: `templates-${++keys}` },
    });
  const onVersion = (act: string, templateId: string) =>
    manager(`mutation($input: TemplateVersionInput!) { ${act}(input: $input) { ${editorFields} } }`, {
      input: { templateId, idempotencyKey: `templates-${++keys}` },
    });
  const trial = async (text: object, more: object = {}) =>
    (
      await manager(
        `query($input: TemplateTrialInput!) { templateTrial(input: $input) { refusal subject html plainText faults { code article field line words refuses mend { from to offer } } } }`,
        { input: { ...slot(), channel: 'EMAIL', text: { ...words, ...text }, ...more } },
      )
    ).data.templateTrial;

  beforeAll(async () => {
    stage = await openStage();
    manager = await stage.signIn('agency', stage.cast.staff.manager.email);
  });
  afterAll(() => stage.close());

  it('are written, put into service, sent with, brought back and taken out again', async () => {
    const { cast } = stage;
    const written = (await write({}, 0)).data.writeTemplate;
    expect(written).toMatchObject({ newest: 1, isJudged: true, tone: 'KIND', versions: [{ version: 1, state: 'DRAFT', sent: 0 }] });
    expect(written.parts.filter(({ isNeeded }: { isNeeded: boolean }) => isNeeded).map(({ name }: { name: string }) => name)).toEqual([
      'amount',
      'pay',
      'note',
    ]);
    const live = (await onVersion('activateTemplate', written.versions[0].id)).data.activateTemplate;
    expect(live.versions).toMatchObject([{ state: 'ACTIVE' }]);

    // A collector sees it in the composer, and the e-mail that leaves is written with it and remembers which version it was.
    const lea = await stage.signIn('agency', cast.staff.lea.email);
    const caseId = toGlobalId('Case', cast.a.id, cast.a.cases[1].caseId);
    const preview = await lea(
      `query($caseId: ID!) { messagePreview(caseId: $caseId, template: "reminder_1", note: "Merci.") { subject html templateVersion } }`,
      { caseId },
    );
    expect(preview.data.messagePreview).toMatchObject({ templateVersion: 1, subject: expect.stringMatching(/^Un mot\s: 480,00/) });
    await lea(`mutation($input: SendMessageInput!) { sendMessage(input: $input) { id } }`, {
      input: { caseId, template: 'reminder_1', note: 'Merci.', idempotencyKey: 'templates-message' },
    });
    stage.test.clock.advance({ seconds: 11 });
    await stage.settle();
    const [mail] = await stage.mails();
    expect(mail).toMatchObject({ subject: expect.stringMatching(/^Un mot\s: 480,00/) });
    expect(mail!.text).toContain('Bonjour Camille Roussel.');
    expect(mail!.text).toContain('Merci.');
    expect(mail!.html).toContain('Bonjour Camille Roussel.');
    expect(
      await stage.test.owner(
        `select t.version, m.state from messages m join templates t on t.client_id = m.client_id and t.id = m.template_id`,
      ),
    ).toEqual([{ version: 1, state: 'sent' }]);

    const second = (await write({ title: 'Deux mots' }, 1)).data.writeTemplate;
    await onVersion('activateTemplate', second.versions[0].id);
    const back = (await onVersion('restoreTemplate', written.versions[0].id)).data.restoreTemplate;
    expect(back.versions.map(({ version, state, sent, text }: any) => [version, state, sent, text.title])).toEqual([
      [3, 'ACTIVE', 0, 'Un mot'],
      [2, 'RETIRED', 0, 'Deux mots'],
      [1, 'RETIRED', 1, 'Un mot'],
    ]);
    await onVersion('withdrawTemplate', back.versions[0].id);
    const desk = await manager(`query($clientId: ID!) { templates(clientId: $clientId) { hat kinds { template } own { template } } }`, {
      clientId: slot().clientId,
    });
    expect(desk.data.templates).toMatchObject({ hat: 'CLIENT_NAME', own: [] });
    expect(desk.data.templates.kinds).toHaveLength(11);
    const after = await lea(`query($caseId: ID!) { messagePreview(caseId: $caseId, template: "reminder_1") { subject templateVersion } }`, {
      caseId,
    });
    expect(after.data.messagePreview).toMatchObject({ templateVersion: null, subject: expect.stringContaining('reste à payer') });
  });

  it('are refused with field, line and words when they cannot be used, and the editor is told all at once', async () => {
    const refused = await write({ body: 'Bonjour\n{{ debtor.iban }}' }, 3);
    expect(refused.errors![0]!.extensions).toMatchObject({
      code: 'TEMPLATE_UNKNOWN_FIELD',
      field: 'body',
      facts: { line: 2, words: 'debtor.iban', field: 'body' },
    });
    const { faults, html } = await trial({ body: 'Un huissier passera.\n\n[amount]' });
    expect(faults.map(({ code, line }: { code: string; line: number }) => [code, line])).toEqual([
      ['TEMPLATE_PART_MISSING', 3],
      ['TEMPLATE_PART_MISSING', 3],
      ['BAILIFF', 1],
    ]);
    expect(faults[2]).toMatchObject({ article: '433-13 C. pén., L121-6 C. conso.', refuses: true, mend: { from: 0, to: 20 } });
    expect(html).toContain('Un huissier passera.'); // it is shown, and cannot be saved
    expect(await trial({ body: '{{ x' })).toMatchObject({ refusal: 'TEMPLATE_INVALID', html: '', faults: [{ code: 'TEMPLATE_SYNTAX' }] });
  });

  it('are tried on a real case of the client, by its reference, and on no other', async () => {
    const { a, b } = stage.cast;
    const made = await trial({});
    expect(made).toMatchObject({ refusal: null, faults: [], subject: expect.stringContaining('061,40') });
    expect(made.html).toContain(a.brandName);
    expect(made.html).not.toContain('Atelier Lumen'); // the sample's own brand
    const real = await trial({}, { caseReference: ` ${a.cases[1].reference.toLowerCase()} ` });
    expect(real).toMatchObject({ refusal: null, subject: expect.stringContaining('480,00') });
    expect(real.plainText).toContain('Camille Roussel');
    expect(await trial({}, { caseReference: b.cases[1].reference })).toMatchObject({ refusal: 'TEMPLATE_CASE_UNKNOWN', html: '' });
    expect(await trial({}, { caseReference: a.cases[1].reference, hat: 'AGENCY' })).toMatchObject({ refusal: 'TEMPLATE_OTHER_HAT' });
    expect(await trial({ title: 'x' }, { template: 'PROMISE_CONFIRMATION', caseReference: a.cases[1].reference })).toMatchObject({
      refusal: 'TEMPLATE_FACT_MISSING',
    });
  });

  it('are sent for a test to who asks and to nobody else, with no way into the case', async () => {
    const { cast } = stage;
    const draft = (await write({ title: 'Essai' }, 3)).data.writeTemplate.versions[0].id;
    const before = await stage.test.owner(`select count(*) from debtor_links`);
    const known = new Set((await stage.mails()).map(({ id }) => id));
    const send = (channel: string, caseReference: string | null, templateId = draft) =>
      manager(`mutation($input: SendTemplateTestInput!) { sendTemplateTest(input: $input) }`, {
        input: { templateId, channel, caseReference, idempotencyKey: `templates-${++keys}` },
      });
    expect((await send('EMAIL', cast.a.cases[1].reference)).data).toEqual({ sendTemplateTest: true });
    expect((await send('LETTER', null)).data).toEqual({ sendTemplateTest: true });
    expect((await send('EMAIL', cast.b.cases[1].reference)).errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect((await send('CALL', null)).errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    await stage.settle();
    const mails = (await stage.mails()).filter(({ id }) => !known.has(id));
    expect(mails.map(({ to, subject }) => [to.includes(cast.staff.manager.email), subject.replace(/\s/g, ' ')]).toSorted()).toEqual([
      [true, '[Test] Essai'],
      [true, '[Test] Un mot : 480,00 €'],
    ]);
    const letter = mails.find(({ subject }) => subject === '[Test] Essai')!;
    expect(letter.attachments.some(({ mimeType }) => mimeType === 'application/pdf')).toBe(true);
    expect(mails.some(({ html }) => /\/p\//.test(html))).toBe(false);
    expect(await stage.test.owner(`select count(*) from debtor_links`)).toEqual(before);
    expect(await stage.test.owner(`select kind from timeline_events where facts::text like '%Essai%'`)).toEqual([]);
  });
});
