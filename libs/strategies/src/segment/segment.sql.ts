/**
 * Whether the case `c` of debtor `d` belongs into the segment `g`: every condition that is set holds. Risk is our own score of the payer;
 * who has none is in no segment that asks for one. The way of paying is that of the debtor's last payment.
 */
export const fitsSegment = `
  (g.debtor_kind is null or g.debtor_kind = d.kind)
  and (g.least_minor is null or c.open_minor >= g.least_minor)
  and (g.most_minor is null or c.open_minor <= g.most_minor)
  and (g.languages is null or d.language = any(g.languages))
  and (g.tags is null or exists (select from case_tags t where t.client_id = c.client_id and t.case_id = c.id and t.tag = any(g.tags)))
  and ((g.least_score is null and g.most_score is null) or exists (
    select from payer_scores ps where ps.client_id = c.client_id and ps.debtor_id = c.debtor_id
      and ps.score between coalesce(g.least_score, 0) and coalesce(g.most_score, 100)))
  and (g.payment_methods is null or (
    select mv.method from movements mv join cases cs on cs.client_id = mv.client_id and cs.id = mv.case_id
    where cs.client_id = c.client_id and cs.debtor_id = c.debtor_id and mv.kind = 'payment'
    order by mv.effective_on desc, mv.id desc limit 1) = any(g.payment_methods))`;
