import type { LedgerEntry, LedgerLine } from '../ledger/post-entries';
import type { MoneyFact } from './money-fact';

/** Which account holds money that came by this way until it is in the bank. */
function holdingAccount(method: MoneyFact['method']): 'PSP_CLEARING' | 'BANK_TRUST' {
  return method === 'card' || method === 'sepa_debit' ? 'PSP_CLEARING' : 'BANK_TRUST';
}

/**
 * The ledger entries of one movement (trust.md 7.3). Money paid directly to the client touches no trust account.
 * The agency bears the provider's fee: trust is owed that much by the agency until it is topped up.
 * `coverMinor`: of a reversal, how much the client's payable still covers; the rest the client must give back.
 * `owedBackMinor`: of a payment or a won dispute, how much first clears what the client had to give back.
 */
export function entriesOfMovement(fact: MoneyFact, coverMinor: bigint, owedBackMinor: bigint): LedgerEntry[] {
  if (fact.method === 'direct') return [];
  const { amountMinor: amount, providerFeeMinor: fee } = fact;
  const holding = holdingAccount(fact.method);
  const client: LedgerLine[] =
    amount > 0n
      ? [
          { account: 'CHARGEBACK_RECOVERABLE', minor: -owedBackMinor },
          { account: 'CLIENT_PAYABLE', minor: -(amount - owedBackMinor), caseId: fact.caseId },
        ]
      : [
          { account: 'CLIENT_PAYABLE', minor: coverMinor, caseId: fact.caseId },
          { account: 'CHARGEBACK_RECOVERABLE', minor: -amount - coverMinor },
        ];
  const entry = {
    clientId: fact.clientId,
    kind: fact.kind,
    sourceKind: 'movement',
    sourceId: fact.sourceKey,
    currency: fact.currency,
    effectiveOn: fact.effectiveOn,
  };
  return [
    {
      ...entry,
      book: 'trust',
      lines: [{ account: holding, minor: amount - fee, caseId: fact.caseId }, { account: 'DUE_TO_OWN', minor: fee }, ...client],
    },
    {
      ...entry,
      book: 'own',
      lines: [
        { account: fact.kind === 'payment' ? 'PSP_FEES' : 'DISPUTE_LOSSES', minor: fee },
        { account: 'OWN_DUE_FROM_TRUST', minor: -fee },
      ],
    },
  ];
}
