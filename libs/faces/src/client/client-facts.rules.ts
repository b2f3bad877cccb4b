/**
 * The facts of an event as a client company may read them: ids of rows stay inside, and what the agency earns is
 * left out for who may not see fees. How the case stood in the agency's queue before is the agency's own.
 */
export function factsForClient(facts: Readonly<Record<string, unknown>>, seesFees: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name]) => name !== 'former' && !/Ids?$/.test(name) && (seesFees || !/fee|vat|paidOut|remit/i.test(name)),
    ),
  );
}
