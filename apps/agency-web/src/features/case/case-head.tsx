import { Badge, BrandStripe, Button, IconButton, useFormat, useLabels } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { stageTone, stateTone } from '../../tones';
import { placeInWorklist } from '../../worklist';
import { Colleagues } from './colleagues';
import type { CaseStory } from './use-case';
import type { Colleague } from './use-presence';

interface Props {
  theCase: CaseStory;
  colleagues: readonly Colleague[];
  onBack: () => void;
  onDone: (() => void) | null;
}

/** Under which brand and in whose name one speaks here, before anything else. */
export function CaseHead({ theCase, colleagues, onBack, onDone }: Props) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const place = placeInWorklist(theCase.id);
  return (
    <header className="case-head">
      <IconButton icon="back" label={t('keys.back')} onClick={onBack} />
      <div className="case-title">
        <div className="case-name">
          <h1 tabIndex={-1}>{theCase.debtor.name}</h1>
          <span className="cluster">
            <span className="reference soft">{theCase.reference}</span>
            {theCase.state !== 'OPEN' && (
              <Badge tone={stateTone[theCase.state]}>
                {theCase.closeReason ? label('CloseReason', theCase.closeReason) : label('CaseState', theCase.state)}
              </Badge>
            )}
            {theCase.state !== 'CLOSED' && <Badge tone={stageTone[theCase.stage]}>{label('CaseStage', theCase.stage)}</Badge>}
          </span>
        </div>
        <p className="cluster soft">
          <BrandStripe brand={theCase.brand} kind="banner" />
          <span>
            {theCase.hat === 'AGENCY'
              ? t('case.hat.agency', { client: theCase.client.name })
              : t('case.hat.clientName', { brand: theCase.brand.name })}
          </span>
        </p>
        <Colleagues colleagues={colleagues} />
      </div>
      <p className="case-amount">
        <span className="soft">{t('case.open')}</span>
        <strong>{format.money(theCase.balance.open)}</strong>
      </p>
      <div className="case-done">
        {place && <span className="soft">{t('case.place', place)}</span>}
        {onDone && (
          <Button shortcut="E" onClick={onDone}>
            {t('case.doneAndNext')}
          </Button>
        )}
      </div>
    </header>
  );
}
