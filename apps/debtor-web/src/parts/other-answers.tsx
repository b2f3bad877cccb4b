import type { ReactNode } from 'react';
import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Card } from './layout';
import { Email, Phone } from './contact';

/** Everything that is not "I pay now": never a dead end, always a person and a delay. */
export function OtherAnswers({ claim }: { claim: Claim }) {
  const { t } = useFrame();
  return (
    <Card title={t('other.title')} id="other" className="screen-only">
      <Answer question={t('other.alreadyPaid')}>
        <p>{t('other.alreadyPaidNow')}</p>
        <Reach claim={claim} />
      </Answer>
      <Answer question={t('other.disagree')}>
        <p>{t('other.disagreeNow')}</p>
        <Reach claim={claim} />
      </Answer>
      <Answer question={t('other.cannot')}>
        <p>{t('other.cannotNow')}</p>
        <Reach claim={claim} />
      </Answer>
      <Answer question={t('other.notMe')}>
        <p>{t('other.notMeNow')}</p>
        <Reach claim={claim} />
      </Answer>
    </Card>
  );
}

function Answer({ question, children }: { question: string; children: ReactNode }) {
  return (
    <details>
      <summary>{question}</summary>
      {children}
    </details>
  );
}

function Reach({ claim }: { claim: Claim }) {
  const { frame, t } = useFrame();
  const { phone, email } = frame.brand;
  return (
    <p>
      {email && (
        <>
          {t('other.write')} <Email address={email} about={t('frame.caseNumber', { reference: claim.reference })} />
          <br />
        </>
      )}
      {phone && (
        <>
          {t('other.call')} <Phone number={phone} />
        </>
      )}
    </p>
  );
}
