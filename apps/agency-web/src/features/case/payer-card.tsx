import { Badge, Button, Card, type SentenceFacts, useFormat, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { payerTone } from '../../tones';
import { RecordCreditLimitDialog } from './record-credit-limit.dialog';
import { RecordExternalScoreDialog } from './record-external-score.dialog';
import type { CaseStory } from './use-case';

/** Profil payeur: the score with what it is made of, and what others scored. */
export function PayerCard({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const { label, ofFamily } = useLabels();
  const may = useMay();
  const [mayScore, mayLimit] = [may('score:Case'), may('limit:Case')];
  const [open, setOpen] = useState(false);
  const [limiting, setLimiting] = useState(false);
  const { score, grade, reasons, external, limit } = theCase.payer;
  return (
    <Card title={t('payer.title')}>
      {score === null || grade === null ? (
        <p className="soft">{t('payer.none')}</p>
      ) : (
        <>
          <p className="cluster">
            <Badge tone={payerTone[grade]}>{label('PayerGrade', grade)}</Badge>
            <strong>{t('payer.score', { score })}</strong>
          </p>
          <p className="soft">{t('payer.explained')}</p>
          <ul className="points">
            {reasons.map(({ code, points, facts }) => (
              <li key={code}>
                <span>{ofFamily('payer', code, facts as SentenceFacts)}</span>
                <strong>{points > 0 ? `+${points}` : `−${-points}`}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {external.length > 0 && (
        <>
          <h3>{t('payer.external')}</h3>
          <ul className="points">
            {external.map((one, i) => (
              <li key={i}>
                <span>
                  {one.source} <small>{format.day(one.scoredOn)}</small>
                </span>
                <strong>{one.scale ? `${one.value} (${one.scale})` : one.value}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {limit && (
        <>
          <h3>{t('limit.title')}</h3>
          <ul className="points">
            <li>
              <span>
                {limit.source}{' '}
                <small>
                  {limit.isOver
                    ? t('limit.over', { day: format.day(limit.until!) })
                    : limit.until && t('limit.until', { day: format.day(limit.until) })}
                </small>
              </span>
              <strong>{format.money(limit.amount)}</strong>
            </li>
            <li>
              <span>{t('limit.used')}</span>
              <strong className={!limit.isOver && limit.usedPercent > 100 ? 'overdue' : undefined}>
                {t('limit.exposure', { exposure: format.money(limit.exposure), percent: format.percent(String(limit.usedPercent)) })}
              </strong>
            </li>
          </ul>
        </>
      )}
      {mayLimit && <Button onClick={() => setLimiting(true)}>{t('limit.record')}</Button>}
      {limiting && <RecordCreditLimitDialog theCase={theCase} onClose={() => setLimiting(false)} />}
      {mayScore && <Button onClick={() => setOpen(true)}>{t('payer.record')}</Button>}
      {open && <RecordExternalScoreDialog theCase={theCase} onClose={() => setOpen(false)} />}
    </Card>
  );
}
