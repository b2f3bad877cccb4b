import type { RequestContext } from '@amiable/platform';

/** What the menus of the console and of the portal ask about; the rules are granted by the lib each word belongs to. */
export const menuAbilities = {
  agency: [
    'work:Queue',
    'read:Alert',
    'read:Team',
    'set:Absence',
    'read:ContactReview',
    'set:QualityShare',
    'answer:ContactReview',
    'viewAs:User',
    'set:AlertRule',
    'read:Approval',
    'set:ApprovalLimit',
    'approve:Refund',
    'decide:Plan',
    'read:Case',
    'score:Case',
    'limit:Case',
    'import:Invoices',
    'read:Movement',
    'order:Remittance',
    'read:Client',
    'edit:Brand',
    'edit:BankDetails',
    'edit:Template',
    'open:Client',
    'steer:Scenario',
    'confirm:Step',
  ],
  client: [
    'read:Case',
    'attach:Case',
    'limit:Case',
    'answer:Dispute',
    'decide:Plan',
    'read:Remittance',
    'read:Fee',
    'edit:Brand',
    'edit:BankDetails',
    'read:StaffView',
  ],
} as const;

/** Those of the list the actor has. */
export function abilitiesOf(ctx: RequestContext, audience: keyof typeof menuAbilities): string[] {
  return menuAbilities[audience].filter((ability) => {
    const [action, what] = ability.split(':') as [string, string];
    return ctx.can(action, what);
  });
}
