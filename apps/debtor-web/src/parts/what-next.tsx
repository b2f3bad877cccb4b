import type { Claim } from '../../../../libs/web-kit/src/debtor-pages';
import type { Words } from '../i18n/words';
import { useFrame } from '../frame';
import { Card } from './layout';

/** Where the case stands and what happens when nothing is done: said in advance, without a threat. */
export function WhatNext({ claim }: { claim: Claim }) {
  const { t, money, day } = useFrame();
  return (
    <Card title={t('next.title')}>
      <p>{stageText(claim, t)}</p>
      {claim.promise && <p>{t('next.promise', { amount: money(claim.promise.amount), day: day(claim.promise.on) })}</p>}
      {claim.next && !isAwaited(claim) && <p>{nextText(claim.next.step, day(claim.next.on), t)}</p>}
      <p>{t('next.ifPaid')}</p>
    </Card>
  );
}

/** A promise that holds until the next step or longer: until then nobody writes. */
const isAwaited = ({ promise, next }: Claim) => promise !== null && next !== null && promise.on >= next.on;

function stageText({ stage }: Claim, t: Words['t']): string {
  switch (stage) {
    case 'before_due':
      return t('next.stage.beforeDue');
    case 'reminder':
      return t('next.stage.reminder');
    case 'call':
      return t('next.stage.call');
    case 'formal_notice':
      return t('next.stage.formalNotice');
  }
}

function nextText(step: NonNullable<Claim['next']>['step'], day: string, t: Words['t']): string {
  switch (step) {
    case 'email':
      return t('next.step.email', { day });
    case 'letter':
      return t('next.step.letter', { day });
    case 'call':
      return t('next.step.call', { day });
  }
}
