import { toDecimal } from '@amiable/kernel';
import { dayText, moneyText } from '@amiable/outreach';
import type { TenantDb } from '@amiable/platform';
import { Plan } from '../plan/plan.entity';
import { instalmentsOf } from '../plan/plan.queries';
import type { ClientNotice } from './inform-client';

/** A plan outside of what the mandate allows was proposed: what, and until when it is answered, by whom. */
export async function planNotice(db: TenantDb, planId: string): Promise<ClientNotice> {
  const plan = await db.find(Plan, planId);
  const count = (await instalmentsOf(db, plan)).length;
  const { reference } = (await db.row<{ reference: string }>(`select reference from cases where client_id = $1 and id = $2`, [
    db.clientId,
    plan.caseId,
  ]))!;
  const waits = plan.approver === 'client';
  return {
    key: `plan-${planId}`,
    archivedAs: 'plan',
    caseId: plan.caseId,
    to: null,
    words: (language, address) => {
      const total = moneyText({ amount: toDecimal(plan.totalMinor), currency: plan.currency }, language);
      const day = dayText(plan.answerBy!.toString(), language);
      if (language === 'en')
        return {
          subject: waits ? `Case ${reference}: a payment plan waits for your answer` : `Case ${reference}: a payment plan is proposed`,
          lines: [
            `In case ${reference}, ${total} in ${count} instalments is proposed. This is outside what your mandate allows beforehand.`,
            waits ? `Please answer before ${day}: ${address}` : `We answer it before ${day}. You see the case here: ${address}`,
          ],
        };
      return {
        subject: waits ? `Dossier ${reference} : un échéancier attend votre réponse` : `Dossier ${reference} : un échéancier est proposé`,
        lines: [
          `Dans le dossier ${reference}, ${total} en ${count} fois sont proposés. Cela sort de ce que votre mandat permet d’avance.`,
          waits
            ? `Merci de répondre avant le ${day} : ${address}`
            : `Nous répondons avant le ${day}. Vous voyez le dossier ici : ${address}`,
        ],
      };
    },
  };
}
