/** What the console asks (apps/agency-web/src/features), as it reaches the api. */
const money = '{ amount currency }';

export const caseDocument = `query Case($caseId: ID!) { case(caseId: $caseId) {
  id reference version state stage hat openedOn closedOn closeReason holdReason holdUntil ownerName queue
  firstLetterReference firstLetterOn feePercent scenarioName nextCaseId
  client { id name } brand { id name colour onColour }
  debtor { id reference kind name siren email phone addressLine postcode city country language }
  balance { claimed ${money} paid ${money} open ${money} disputed ${money} promised ${money} inPayment ${money} }
  invoices { id number issuedOn dueOn state daysLate description amount ${money} paid ${money} open ${money} disputed ${money} }
  promises { id dueOn madeOn state amount ${money} paid ${money} }
  plan { id state agreedOn total ${money} instalments { number dueOn paid amount ${money} } }
  disputes { id invoiceNumber reason note state openedOn dueOn answer amount ${money} }
  timeline { id at kind actorKind actorName facts documentId documentType }
  nextStep { stepNo name channel dueOn } waitingReason { code facts } nextActions { action allowed reason facts } templates { key name channel }
} }`;

export const casesDocument = `query Cases($filter: CaseFilter, $order: CaseOrder, $page: PageInput!) {
  cases(filter: $filter, order: $order, page: $page) {
    nodes {
      id reference state stage hat debtorName debtorKind city daysLate oldestDueOn nextStep nextStepOn ownerName
      client { id name } brand { id name colour onColour } open ${money} reasons { code facts }
    }
    pageInfo { endCursor hasNextPage } totalCount
  }
}`;

const hit = `{ caseId reference state debtorName city matchedOn matchedText caseCount client { name } brand { id name colour onColour } open ${money} invoiceAmount ${money} }`;
export const searchDocument = `query Search($text: String!) { search(text: $text) { cases ${hit} debtors ${hit} invoices ${hit} more } }`;

export const takeNextDocument = `mutation TakeNextCase($skipCaseId: ID, $queue: CaseFilter) { takeNextCase(skipCaseId: $skipCaseId, queue: $queue) { id } }`;

const teamFigures = `figures { openCases toWork untouched calls talks promisesMade promisesJudged promisesKept open { amount currency } collected { amount currency } }`;
export const teamDocument = `query Team { team { month total: total { openCases } collectors { id name goal { calls } ${teamFigures} } clients { client { id name } ${teamFigures} } stages { stage ${teamFigures} } } }`;
