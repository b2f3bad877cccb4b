import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import { isPayable } from '../claim.rules';
import { useFrame } from '../frame';
import { Card } from './layout';

/** Everything that is not "I pay now": each leads to its own short page, none is a dead end. */
export function OtherAnswers({ claim }: { claim: Claim }) {
  const { frame, t } = useFrame();
  const to = (path: string) => `${frame.base}/answers/${path}`;
  const asks = isPayable(claim) || claim.state === 'disputed';
  const mayPromise = isPayable(claim) && !claim.promise;
  return (
    <Card title={t('hub.title')} id="other" className="screen-only">
      {asks && (
        <>
          <Group
            title={t('hub.pay')}
            links={[
              [to('paid'), t('hub.paid')],
              ...(mayPromise ? [[to('promise'), t('hub.promise')] as const] : []),
              ...(mayPromise && claim.debtorKind !== 'person' ? [[to('payment-run'), t('hub.run')] as const] : []),
              ...(isPayable(claim) ? [[`${frame.base}/plan`, t('hub.plan')] as const] : []),
            ]}
          />
          <Group
            title={t('hub.disagree')}
            links={[
              [to('dispute'), t('hub.dispute')],
              [to('dispute?reason=wrong_amount'), t('hub.wrongAmount')],
              [to('not-me'), t('hub.notMe')],
            ]}
          />
        </>
      )}
      <Group
        title={t('hub.help')}
        links={[
          [to('hardship'), t('hub.hardship')],
          [to('call'), t('hub.call')],
          [to('message'), t('hub.message')],
          [to('contact'), t('hub.contact')],
          [to('preferences'), t('hub.preferences')],
        ]}
      />
    </Card>
  );
}

function Group({ title, links }: { title: string; links: ReadonlyArray<readonly [href: string, label: string]> }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="choices">
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
