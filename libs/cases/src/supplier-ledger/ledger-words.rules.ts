const paid =
  /\b(regl(e|es|ement|ements)?|paie?ments?|payments?|virements?|vir|cheques?|chq|prelevements?|prlv|sepa|bank|banque|bq|zahlung)\b/;
const credit = /\b(avoirs?|av|credit ?notes?|credit ?memos?|cn|nc|gutschrift)\b/;
const open =
  /\b(impayee?s?|a payer|non (payee?|reglee?|soldee?)s?|unpaid|open|ouverte?s?|due|en attente|pending|overdue|partiel\w*|partly|partial\w*)\b/;
const settled = /\b(payee?s?|reglee?s?|soldee?s?|paid|settled|closed|cleared|lettree?s?)\b/;

const plain = (words: string) =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ');

/** Does a line of an account book speak of a payment or of a credit note? Null when its words say neither. */
export function natureOf(words: string): 'payment' | 'credit_note' | null {
  const text = plain(words);
  if (credit.test(text)) return 'credit_note';
  return paid.test(text) ? 'payment' : null;
}

/** Does its state say that nothing is open any more, or that something is? Null when it says neither. */
export function isSettledBy(words: string): boolean | null {
  const text = plain(words);
  if (open.test(text)) return false;
  return settled.test(text) ? true : null;
}
