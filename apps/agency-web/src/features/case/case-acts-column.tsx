import { Badge, Button, Card, compareDecimals, Icon, Note, useFormat, useLabels, useSentences } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { disputeTone, promiseTone } from '../../tones';
import { AnswersCard, ContactWishesNote } from './answers-card';
import type { Act, CaseAct } from './case-acts';
import { AdviceLine } from './advice';
import { OffersCard } from './offers-card';
import { RefundCard } from './refund-card';
import { WaitingCard } from './waiting-card';
import { PlanCard } from './plan-card';
import type { CaseStory } from './use-case';

const first: ReadonlySet<CaseAct> = new Set(['logCall', 'sendMessage', 'recordPromise', 'agreePlan', 'openDispute', 'addNote']);
interface Props {
  theCase: CaseStory;
  acts: readonly Act[];
  onAct: (act: CaseAct) => void;
}

/** Right column: what comes next and why nothing went, the acts, and what the debtor has committed to. */
export function CaseActsColumn({ theCase, acts, onAct }: Props) {
  const t = useT();
  // Those that cannot be used come last, each with its reason.
  const usable = acts
    .filter(({ name }) => name !== 'closeDispute')
    .toSorted((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null));
  const frequent = usable.filter(({ name }) => first.has(name));
  const rare = usable.filter(({ name }) => !first.has(name));
  const draw = (act: Act) => (
    <Button
      key={act.name}
      className="block"
      icon={act.icon}
      {...(act.keys ? { shortcut: act.keys.toUpperCase() } : {})}
      disabledReason={act.refusal}
      onClick={() => onAct(act.name)}
    >
      {act.label}
    </Button>
  );
  return (
    <>
      <ContactWishesNote theCase={theCase} />
      <AnswersCard theCase={theCase} />
      <NextCard theCase={theCase} acts={acts} onAct={onAct} />
      {usable.length > 0 && (
        <Card title={t('acts.title')}>
          <div className="acts">{(frequent.length > 0 ? frequent : rare).map(draw)}</div>
          {frequent.length > 0 && rare.length > 0 && (
            <details className="more-acts" open={theCase.state !== 'OPEN'}>
              <summary>{t('acts.more')}</summary>
              <div className="acts">{rare.map(draw)}</div>
            </details>
          )}
        </Card>
      )}
      <OffersCard theCase={theCase} />
      <RefundCard theCase={theCase} />
      <WaitingCard theCase={theCase} />
      <PromisesCard theCase={theCase} />
      <PlanCard theCase={theCase} />
      <DisputesCard theCase={theCase} acts={acts} onAct={onAct} />
    </>
  );
}

/** Next best action: a call that is due is made; otherwise the scenario goes on by itself, or waits and says for what. */
function NextCard({ theCase, acts, onAct }: Props) {
  const t = useT();
  const format = useFormat();
  const { waitingReason, holdReason } = useSentences();
  const { nextStep, state, holdUntil } = theCase;
  const { open, disputed } = theCase.balance;
  const contested = compareDecimals(open.amount, '0') > 0 && compareDecimals(disputed.amount, open.amount) >= 0;
  const dispute = contested ? theCase.disputes.find((each) => each.state === 'OPEN') : undefined;
  const promise = theCase.promises.find((each) => each.state === 'OPEN' && (!nextStep || each.dueOn >= nextStep.dueOn));
  return (
    <Card title={t('next.title')} tone="attention">
      {state === 'CLOSED' ? (
        <p>{t('next.closed')}</p>
      ) : state === 'ON_HOLD' && holdUntil ? (
        <p className="next-step">
          <Icon name="resume" />
          <span>
            <strong>{t('next.resume')}</strong>
            <br />
            <span className="soft">
              {format.relativeDay(holdUntil)}, {format.day(holdUntil)}
            </span>
          </span>
        </p>
      ) : dispute && state === 'OPEN' ? (
        <p className="next-step">
          <Icon name="dispute" />
          <span>
            <strong>{t('next.dispute')}</strong>
            <br />
            <span className="soft">{t('disputes.answerBy', { dueOn: format.day(dispute.dueOn) })}</span>
          </span>
        </p>
      ) : promise && state === 'OPEN' ? (
        <p className="next-step">
          <Icon name="promise" />
          <span>
            <strong>{t('next.promise', { amount: format.money(promise.amount) })}</strong>
            <br />
            <span className="soft">
              {format.relativeDay(promise.dueOn)}, {format.day(promise.dueOn)}
            </span>
          </span>
        </p>
      ) : nextStep ? (
        <p className="next-step">
          <Icon name={nextStep.channel === 'CALL' ? 'phone' : nextStep.channel === 'LETTER' ? 'letter' : 'mail'} />
          <span>
            <strong>{nextStep.name}</strong>
            <br />
            <span className="soft">
              {format.relativeDay(nextStep.dueOn)}, {format.day(nextStep.dueOn)}
            </span>
          </span>
        </p>
      ) : (
        <p className="soft">{t('next.none')}</p>
      )}
      {state === 'ON_HOLD' && (
        <Note tone="warning">
          {theCase.holdUntil
            ? t('next.onHold', { until: format.day(theCase.holdUntil), reason: holdReason(theCase.holdReason) })
            : t('next.stopped', { reason: holdReason(theCase.holdReason) })}
        </Note>
      )}
      {theCase.waitingReason && (
        <Note>{t('next.whyNothing', { reason: waitingReason(theCase.waitingReason.code, theCase.waitingReason.facts) })}</Note>
      )}
      <AdviceLine theCase={theCase} acts={acts} onAct={onAct} />
    </Card>
  );
}

function PromisesCard({ theCase: { promises } }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  if (promises.length === 0) return null;
  return (
    <Card title={t('commitments.title')}>
      <ul className="commitments">
        {promises.map((promise) => (
          <li key={promise.id}>
            <span>
              {t('commitments.promise', { amount: format.money(promise.amount), dueOn: format.day(promise.dueOn) })}
              {promise.invoiceNumbers.length > 0 && <small className="block reference">{promise.invoiceNumbers.join(', ')}</small>}
            </span>
            <Badge tone={promiseTone[promise.state]}>{label('PromiseState', promise.state)}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DisputesCard({ theCase: { disputes }, acts, onAct }: Props) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const answer = acts.find(({ name }) => name === 'closeDispute');
  if (disputes.length === 0) return null;
  return (
    <Card title={t('disputes.title')}>
      {disputes.map((dispute) => (
        <div key={dispute.id} className="dispute">
          <p className="cluster">
            <strong>{label('DisputeReason', dispute.reason)}</strong>
            <Badge tone={disputeTone[dispute.state]}>{label('DisputeState', dispute.state)}</Badge>
          </p>
          <p className="soft">
            {t('disputes.on', {
              invoiceNumber: dispute.invoiceNumber,
              amount: format.money(dispute.amount),
              openedOn: format.day(dispute.openedOn),
            })}
          </p>
          {dispute.note && <p>{dispute.note}</p>}
          {dispute.state === 'OPEN' && <p className="soft">{t('disputes.answerBy', { dueOn: format.day(dispute.dueOn) })}</p>}
          {dispute.answer && <p>{t('disputes.answer', { answer: dispute.answer })}</p>}
        </div>
      ))}
      {answer && disputes.some(({ state }) => state === 'OPEN') && (
        <Button icon="check" disabledReason={answer.refusal} onClick={() => onAct('closeDispute')}>
          {answer.label}
        </Button>
      )}
    </Card>
  );
}
