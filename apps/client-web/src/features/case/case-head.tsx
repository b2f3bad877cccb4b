import { Badge, Icon, useFormat, useLabels } from '@amiable/web-kit';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { stageTone, stateTone } from '../../tones';
import type { CaseStory } from './use-case';

export function CaseHead({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  return (
    <header className="case-head">
      <div className="case-title">
        <Link className="back-link" to="/cases">
          <Icon name="back" /> {t('nav.cases')}
        </Link>
        <div className="cluster">
          <h1 tabIndex={-1}>{theCase.debtorName}</h1>
          <Badge tone={theCase.closeReason === 'PAID' ? 'ok' : stateTone[theCase.state]}>
            {theCase.closeReason ? label('CloseReason', theCase.closeReason) : label('CaseState', theCase.state)}
          </Badge>
          {theCase.state !== 'CLOSED' && <Badge tone={stageTone[theCase.stage]}>{label('CaseStage', theCase.stage)}</Badge>}
        </div>
        <p className="soft">
          {t('case.yourReference', { reference: theCase.debtorReference })} · {t('case.ourReference')}{' '}
          <span className="reference">{theCase.reference}</span>
        </p>
      </div>
      <p className="case-amount">
        <span className="soft">{t('case.open')}</span>
        <strong>{format.money(theCase.open)}</strong>
      </p>
    </header>
  );
}
