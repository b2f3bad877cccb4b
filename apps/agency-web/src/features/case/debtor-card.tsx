import { Badge, Button, Card, Facts, useFormat, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { type Key, useT } from '../../i18n/use-t';
import { CorrectDebtorDialog } from './correct-debtor.dialog';
import { JudgeMeansDialog } from './judge-means.dialog';
import type { CaseStory } from './use-case';

export type Means = CaseStory['debtorFile']['means'][number];
const sources: Record<string, Key> = {
  import: 'means.source.import',
  typed: 'means.source.typed',
  call: 'means.source.call',
  debtor: 'means.source.debtor',
  earlier: 'means.source.earlier',
};

/** Débiteur: who he is and how he is reached, how complete that is, and what is worth asking for next. */
export function DebtorCard({ theCase }: { theCase: CaseStory }) {
  const { debtor, debtorFile: file, nextActions } = theCase;
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const [open, setOpen] = useState(false);
  const mayCorrect = nextActions.some(({ action, allowed }) => action === 'correctDebtor' && allowed);
  const place = [
    debtor.addressLine,
    [debtor.postcode, debtor.city].filter(Boolean).join(' '),
    debtor.country === 'FR' ? null : debtor.country,
  ].filter(Boolean);
  const missing = <span className="soft">{t('debtor.missing')}</span>;
  const phone = debtor.phone && <a href={`tel:${debtor.phone.replace(/[^+\d]/g, '')}`}>{debtor.phone}</a>;
  const reference = <span className="reference">{debtor.reference}</span>;
  const legal = [
    file.legalForm,
    debtor.siren && `SIREN ${debtor.siren}`,
    file.siret && `SIRET ${file.siret}`,
    file.vatNumber && `${t('file.vatNumber')} ${file.vatNumber}`,
    file.register,
    file.ibanMasked && `IBAN ${file.ibanMasked}`,
  ].filter(Boolean);
  return (
    <Card
      title={t('debtor.title')}
      actions={
        mayCorrect && (
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {t('act.correctDebtor')}
          </Button>
        )
      }
    >
      <Facts
        rows={[
          [t('debtor.kind'), label('DebtorKind', debtor.kind)],
          [
            t('debtor.phone'),
            phone ? (
              <>
                {phone}
                {file.prefersFrom && (
                  <small className="block">{t('file.prefers', { from: file.prefersFrom, until: file.prefersUntil })}</small>
                )}
              </>
            ) : (
              missing
            ),
          ],
          [t('debtor.email'), debtor.email ?? missing],
          [
            t('debtor.address'),
            place.length > 0 ? (
              <>
                {place.map((line) => (
                  <div key={line}>{line}</div>
                ))}
                {file.addressReturnedOn && <Badge tone="warning">{t('file.returned', { on: format.day(file.addressReturnedOn) })}</Badge>}
              </>
            ) : (
              missing
            ),
          ],
          [t('debtor.language'), label('DebtorLanguage', debtor.language)],
          legal.length > 0 ? [t('file.legal'), legal.map((line) => <div key={line}>{line}</div>)] : null,
          file.bornOn ? [t('file.bornOn'), format.day(file.bornOn)] : null,
          [t('debtor.reference'), reference],
        ]}
      />
      <Quality theCase={theCase} />
      <MeansList theCase={theCase} mayJudge={mayCorrect} />
      {open && <CorrectDebtorDialog theCase={theCase} onClose={() => setOpen(false)} />}
    </Card>
  );
}

/** How complete the file is; what would help most is named first. */
function Quality({ theCase: { debtorFile } }: { theCase: CaseStory }) {
  const t = useT();
  const { label } = useLabels();
  const { quality, missing } = debtorFile;
  return (
    <div className="data-quality">
      <p>
        <strong>{t('quality.title', { score: quality })}</strong>{' '}
        <span className="soft">{missing.length > 0 ? t('quality.ask') : t('quality.full')}</span>
      </p>
      {missing.length > 0 && (
        <ul className="points">
          {missing.map(({ code, points }) => (
            <li key={code}>
              <span>{label('DataGap', code)}</span>
              <strong>{t('quality.points', { points })}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Every e-mail and number with what is known of it, and the addresses of before. */
function MeansList({ theCase, mayJudge }: { theCase: CaseStory; mayJudge: boolean }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { means, formerAddresses } = theCase.debtorFile;
  const [judged, setJudged] = useState<Means | null>(null);
  if (means.length === 0 && formerAddresses.length === 0) return null;
  return (
    <details className="means">
      <summary>{t('means.title')}</summary>
      <ul className="commitments">
        {means.map((one) => (
          <li key={`${one.kind} ${one.value}`}>
            <span>
              {one.value}
              <small className="block soft">
                {t('means.since', { source: t(sources[one.source] ?? 'means.source.import'), on: format.day(one.recordedAt.slice(0, 10)) })}
                {one.consent !== 'UNKNOWN' && ` · ${label('MeansConsent', one.consent)}`}
                {one.consentOn && ` ${format.day(one.consentOn)}`}
              </small>
            </span>
            <span className="cluster">
              <Badge tone={one.isUsed ? 'ok' : one.validity === 'GOOD' || one.validity === 'FORMER' ? 'neutral' : 'warning'}>
                {one.isUsed ? t('means.used') : label('MeansValidity', one.validity)}
              </Badge>
              {mayJudge && (
                <Button kind="quiet" aria-label={t('means.change', { value: one.value })} onClick={() => setJudged(one)}>
                  {t('means.judge')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {formerAddresses.length > 0 && (
        <>
          <h3>{t('file.former')}</h3>
          <ul className="commitments">
            {formerAddresses.map(({ lines, returnedOn, replacedAt }) => (
              <li key={replacedAt}>
                <span>
                  {lines.join(', ')}
                  <small className="block soft">
                    {returnedOn
                      ? t('file.returned', { on: format.day(returnedOn) })
                      : t('file.replaced', { on: format.day(replacedAt.slice(0, 10)) })}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {judged && <JudgeMeansDialog theCase={theCase} means={judged} onClose={() => setJudged(null)} />}
    </details>
  );
}
