import type { Claim, Speaker } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { agencyOf, sirenText } from '../speaker';
import { Card } from './layout';
import { Phone } from './contact';

/** Who speaks and for whom, with what one needs to check it elsewhere. */
export function WhoWrites({ claim }: { claim: Claim }) {
  const { frame, t, day } = useFrame();
  return (
    <Card title={t('who.title')} className="edge">
      <SpeakerLines speaker={claim.speaker} />
      {agencyOf(claim.speaker) && claim.firstLetter && (
        <p>{t('who.firstLetter', { reference: claim.firstLetter.reference, day: day(claim.firstLetter.on) })}</p>
      )}
      <p>
        {t('who.doubt')} <a href={`${frame.base}/verify`}>{t('who.verify')}</a>{' '}
        {t('who.callCreditor', { creditor: claim.speaker.creditor.name })}
      </p>
    </Card>
  );
}

export function SpeakerLines({ speaker }: { speaker: Speaker }) {
  const { t } = useFrame();
  const agency = agencyOf(speaker);
  const { creditor } = speaker;
  return (
    <>
      {agency && (
        <p>
          <strong>{agency.name}</strong>
          {t('who.mandated', { creditor: creditor.name })}
          <span className="small">
            {agency.address}
            {agency.siren && ` – SIREN ${sirenText(agency.siren)}`}
          </span>
          {agency.phone && (
            <span className="small">
              <Phone number={agency.phone} />
            </span>
          )}
        </p>
      )}
      <p>
        {agency ? t('who.creditor') : null} <strong>{creditor.name}</strong>
        {!agency && t('who.writesItself')}
        <span className="small">
          {creditor.address}
          {creditor.siren && ` – SIREN ${sirenText(creditor.siren)}`}
        </span>
      </p>
    </>
  );
}
