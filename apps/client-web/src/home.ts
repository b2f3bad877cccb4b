import { useNeeded, useRead } from '@amiable/web-kit';
import { graphql, type HomeQuery } from '@documents';

const HomeDocument = graphql(`
  query Home {
    home {
      day
      asOf
      recoveryRate
      openCases
      closedCases
      placed {
        amount
        currency
      }
      recovered {
        amount
        currency
      }
      recoveredThisMonth {
        amount
        currency
      }
      open {
        amount
        currency
      }
      promised {
        amount
        currency
      }
      disputed {
        amount
        currency
      }
      toRemit {
        amount
        currency
      }
      feesThisYear {
        amount
        currency
      }
      waiting {
        caseId
        disputeId
        planId
        reference
        debtorName
        invoiceNumber
        dueOn
        amount {
          amount
          currency
        }
      }
      months {
        month
        placed {
          amount
          currency
        }
        recovered {
          amount
          currency
        }
      }
      ageing {
        bucket
        invoices
        amount {
          amount
          currency
        }
      }
    }
  }
`);

export type Home = HomeQuery['home'];
export const homeKey = ['home'] as const;

/** The figures, once for every page that shows one: the first screen, the bar above it, the remittances. */
export const useHome = (): Home => useNeeded(homeKey, HomeDocument, {}).home;
/** The same, without waiting for it. */
export const useHomeIfThere = () => useRead(homeKey, HomeDocument, {});
