import { graphql } from '@documents';

graphql(`
  fragment Bell on AlertBell {
    unread
    open
    alerts {
      id
      kind
      caseId
      reference
      debtorName
      facts
      raisedAt
      isNew
      brand {
        id
        name
        colour
        onColour
      }
    }
  }
`);
export const AlertsDocument = graphql(`
  query Alerts {
    alerts {
      ...Bell
    }
  }
`);
export const MarkAlertsSeenDocument = graphql(`
  mutation MarkAlertsSeen {
    markAlertsSeen {
      ...Bell
    }
  }
`);
export const SettleAlertDocument = graphql(`
  mutation SettleAlert($input: SettleAlertInput!) {
    settleAlert(input: $input) {
      ...Bell
    }
  }
`);
export const AlertRulesDocument = graphql(`
  query AlertRules {
    alertRules {
      kind
      enabled
      threshold
      byMail
      unit
    }
  }
`);
export const ReviseAlertRuleDocument = graphql(`
  mutation ReviseAlertRule($input: ReviseAlertRuleInput!) {
    reviseAlertRule(input: $input) {
      kind
      enabled
      threshold
      byMail
      unit
    }
  }
`);
