import { Card, Note } from '@amiable/web-kit';
import { Link, useParams, useSearchParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { MandateForm } from '../../mandate-form';
import { doneSteps, isLive, startSteps, type StartStep, useClientPage } from '../../use-client-page';
import { BrandStep } from './brand-step';
import { ImportStep } from './import-step';
import { OwnerStep } from './owner-step';
import { ScenarioStep } from './scenario-step';
import { StartFrame, stepWords } from './start-frame';

const forms = { brand: BrandStep, mandate: MandateForm, scenario: ScenarioStep, import: ImportStep, owner: OwnerStep } as const;
/** What must be there before a step can be taken. */
const needs: Partial<Record<StartStep, StartStep>> = { mandate: 'brand', scenario: 'mandate', import: 'scenario' };

/** The rest of the way: the first step that is missing, or the one chosen when it can be taken. */
export default function ClientStartPage() {
  const t = useT();
  const [search] = useSearchParams();
  const { client, keep } = useClientPage(useParams().clientId!);
  const done = doneSteps(client);
  const wished = search.get('step') as StartStep | null;
  const mayTake = (step: StartStep) => !done[step] && (!needs[step] || done[needs[step]]);
  const current = (wished && startSteps.includes(wished) && mayTake(wished) ? wished : startSteps.find(mayTake)) ?? null;
  const Form = current && current !== 'company' ? forms[current] : null;
  const brand = client.brands[0];
  return (
    <StartFrame
      title={client.name}
      lead={t('start.lead')}
      current={current}
      done={done}
      to={(step) => `/clients/${client.id}/start?step=${step}`}
    >
      {isLive(client) && (
        <Note tone="ok">
          <strong>{t('start.live')}</strong> {brand && <a href={brand.address}>{brand.address}</a>}
        </Note>
      )}
      {Form ? (
        <Card title={t(stepWords[current!])} key={current}>
          <Form client={client} keep={keep} />
        </Card>
      ) : (
        <p>
          <Link className="button primary" to={`/clients/${client.id}`}>
            {t('start.toClient')}
          </Link>
        </p>
      )}
    </StartFrame>
  );
}
