import { randomUUID } from 'node:crypto';
import { raiseAlerts } from '@amiable/insights';
import { dayOf } from '@amiable/kernel';
import { Performer, RequestContext, toGlobalId } from '@amiable/platform';
import { WriteToUs } from '@amiable/resolution';
import { canary } from '@amiable/testing';
import { PNG } from 'pngjs';
import type { Stage } from '../stage';
import { enter, enterAsDebtor } from './seated';

/** Something of every kind that has an id, in each client, made by the product itself. */
export async function liveALittle(stage: Stage): Promise<void> {
  const admin = await enter(stage, 'agency', 'admin', stage.cast.staff.admin.email);
  const lea = await enter(stage, 'agency', 'collector', stage.cast.staff.lea.email);
  for (const client of [stage.cast.a, stage.cast.b]) {
    const mark = client === stage.cast.b ? ` ${canary}` : '';
    const caseId = (nth: 0 | 1 | 2) => toGlobalId('Case', client.id, client.cases[nth].caseId);
    const today = stage.test.clock.now().toString().slice(0, 10);
    const key = (what: string) => `${what}-${client.slug}`;
    const must = async (input: string, field: string, value: object) => {
      const answer = await admin.ask(`mutation($input: ${input}!) { ${field}(input: $input) { __typename } }`, { input: value });
      if (answer.errors) throw new Error(`${field}: ${answer.text}`);
    };
    await must('OpenDisputeInput', 'openDispute', {
      caseId: caseId(0),
      invoiceId: toGlobalId('Invoice', client.id, client.cases[0].invoices[1]!.id),
      reason: 'DEFECTIVE',
      note: `abîmé${mark}`,
      idempotencyKey: key('dispute'),
    });
    await must('RecordTransferInput', 'recordTransfer', {
      caseId: caseId(0),
      amount: '111.11',
      receivedOn: today,
      bankReference: `VIR${mark} 1`,
      idempotencyKey: key('transfer-1'),
    });
    await must('RecordTransferInput', 'recordTransfer', {
      caseId: caseId(2),
      amount: '222.22',
      receivedOn: today,
      bankReference: `VIR${mark} 3`,
      idempotencyKey: key('transfer-3'),
    });
    await must('AddNoteInput', 'addNote', { caseId: caseId(0), text: `note${mark}`, idempotencyKey: key('note-01') });
    const contact = `wrote and was judged${mark}`;
    await lea.ask(`mutation($input: AddNoteInput!) { addNote(input: $input) { id } }`, {
      input: { caseId: caseId(0), text: contact, idempotencyKey: key('note-02') },
    });
    const [written] = await stage.test.owner<{ id: string }>(`select id from timeline_events where facts->>'note' = $1`, [contact]);
    const reviewed = await admin.ask(`mutation($input: ReviewContactInput!) { reviewContact(input: $input) }`, {
      input: {
        eventId: toGlobalId('TimelineEvent', client.id, written!.id),
        recall: 'PASS',
        identity: 'PASS',
        tone: 'FAIL',
        facts: 'PASS',
        nextStep: 'NA',
        comment: `trop bref${mark}`,
        idempotencyKey: key('review-01'),
      },
    });
    if (reviewed.errors) throw new Error(`reviewContact: ${reviewed.text}`);
    const words = `Un rappel${mark}`;
    await must('WriteTemplateInput', 'writeTemplate', {
      clientId: toGlobalId('Client', client.id, client.id),
      template: 'REMINDER_1',
      language: 'FR',
      hat: 'CLIENT_NAME',
      text: { subject: words, preheader: words, title: words, body: `${words}.\n\n[amount]\n\n[note]\n\n[pay]` },
      after: 0,
      idempotencyKey: key('template'),
    });
    await must('KeepContactInput', 'keepContact', {
      caseId: caseId(0),
      name: `Claire Petit${mark}`,
      role: 'ACCOUNTANT',
      email: `claire@${client.slug}-debiteur.example`,
      idempotencyKey: key('contact'),
    });
    // A second row of the first debtor, joined with it.
    const twinId = randomUUID();
    await stage.test.owner(
      `insert into debtors (client_id, id, reference, kind, name, email) select client_id, $2, 'TWIN-' || reference, kind, name, 'twin@' || $3 from debtors where id = $1`,
      [client.cases[0].debtorId, twinId, `${client.slug}-debiteur.example`],
    );
    const [{ version }] = (await stage.test.owner<{ version: number }>(`select version from debtors where id = $1`, [
      client.cases[0].debtorId,
    ])) as [{ version: number }];
    await must('JoinDebtorsInput', 'joinDebtors', {
      caseId: caseId(0),
      twinId: toGlobalId('Debtor', client.id, twinId),
      keepsOther: false,
      expectedVersion: version,
      twinVersion: 1,
      idempotencyKey: key('join-001'),
    });
    await must('RecordPromiseInput', 'recordPromise', { caseId: caseId(2), amount: '50.00', dueOn: today, idempotencyKey: key('promise') });
    await must('OrderRemittanceInput', 'orderRemittance', {
      clientId: toGlobalId('Client', client.id, client.id),
      asOf: today,
      idempotencyKey: key('remittance'),
    });
    const csv = `N° facture;Code client;Client;Date facture;Échéance;Montant TTC\nN-1;N900;Nouveau${mark};01/09/2026;01/10/2026;842,50\nN-2;N901;;01/09/2026;jamais;12,50\n`;
    const sent = await stage
      .browser()
      .post(`/files/imports?client=${toGlobalId('Client', client.id, client.id)}`)
      .set('origin', stage.url)
      .set('cookie', admin.cookie)
      .set('x-file-name', encodeURIComponent(`export${mark}.csv`))
      .type('text/csv')
      .send(csv);
    if (sent.status !== 201) throw new Error(`import: ${sent.status} ${sent.text}`);
    const logo = await stage
      .browser()
      .post(`/files/brand-logos?brand=${toGlobalId('Brand', client.id, client.brandId)}`)
      .set('origin', stage.url)
      .set('cookie', admin.cookie)
      .type('application/octet-stream')
      .send(PNG.sync.write(new PNG({ width: 4, height: 2 })));
    if (logo.status !== 201) throw new Error(`logo: ${logo.status} ${logo.text}`);
    const copy = await stage
      .browser()
      .post(`/files/evidence?invoice=${toGlobalId('Invoice', client.id, client.cases[0].invoices[0]!.id)}&kind=invoice`)
      .set('origin', stage.url)
      .set('cookie', admin.cookie)
      .set('x-file-name', 'copie.png')
      .type('application/octet-stream')
      .send(PNG.sync.write(new PNG({ width: 4, height: 2 })));
    if (copy.status !== 201) throw new Error(`evidence: ${copy.status} ${copy.text}`);
    await must('ClaimHostInput', 'claimHost', {
      brandId: toGlobalId('Brand', client.id, client.brandId),
      host: `payer.${client.slug}.fr`,
      idempotencyKey: key('host-001'),
    });
    // A step waits for a confirmation, and a trial runs.
    await stage.test.owner(
      `insert into actions (client_id, case_id, scenario_id, step_no, channel, template, due_on, state) values ($1, $2, $3, 2, 'email', 'reminder_1', $4, 'proposed')`,
      [client.id, client.cases[0].caseId, client.scenarioId, today],
    );
    await must('StartExperimentInput', 'startExperiment', {
      name: `Essai${mark}`,
      scenarioId: toGlobalId('Scenario', client.id, client.scenarioId),
      challengerPercent: 0,
      holdoutPercent: 5,
      horizonDays: 30,
      idempotencyKey: key('trial-01'),
    });
    // A letter waits for its batch, a plan for its first day, a message of the debtor for its answer.
    await must('SendMessageInput', 'sendMessage', { caseId: caseId(0), template: 'formal_notice', idempotencyKey: key('letter-1') });
    await must('AgreePlanInput', 'agreePlan', {
      caseId: caseId(0),
      instalments: 2,
      firstDueOn: `${today.slice(0, 8)}20`,
      idempotencyKey: key('plan-001'),
    });
    await stage.test.owner(`update plans set approver = 'manager' where client_id = $1`, [client.id]); // as one outside the envelope
    const { id: clientId, brandId } = client;
    const actor = {
      kind: 'debtor',
      id: client.cases[0].debtorId,
      name: 'Débiteur',
      clientId,
      brandId,
      caseId: client.cases[0].caseId,
    } as const;
    await stage.api
      .get(Performer, { strict: false })
      .perform(new RequestContext('debtor', actor, 'fr'), clientId, stage.api.get(WriteToUs, { strict: false }), {
        caseId: client.cases[0].caseId,
        note: `Où en est mon dossier ?${mark}`,
        files: [],
      });
    await stage.test.owner(`update alert_rules set threshold = 1 where kind = 'limit_passed'`); // whoever owes anything is above it
    await stage.test.database.acrossClientsAsWorker((db) => raiseAlerts(db, dayOf(db.clock)));
    // A refund that waits for another person; what was paid too much is made here, as no debt of the cast is.
    await stage.test.owner(
      `insert into refunds (client_id, id, case_id, movement_id, state, amount_minor, currency, reason, asked_by, asked_by_name, asked_at)
       select client_id, gen_random_uuid(), case_id, id, 'asked', 100, currency, $2, gen_random_uuid(), 'Léa', now() from movements where client_id = $1 and kind = 'payment' limit 1`,
      [client.id, `trop payé${mark}`],
    );
    const debtor = await enterAsDebtor(stage, client, 1);
    const paying = await stage.ask(
      'debtor',
      `mutation($input: DebtorStartPaymentInput!) { startPayment(input: $input) { paymentId } }`,
      { input: { choice: 'ALL', idempotencyKey: key('payment') } },
      debtor,
    );
    if (paying.errors) throw new Error(`startPayment: ${paying.text}`);
  }
  await stage.settle();
}
