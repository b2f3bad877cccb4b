import type { DebtorPage, Language } from '../../../../libs/web-kit/src/debtor-pages';
import { toPayOf } from '../claim.rules';
import { useFrame } from '../frame';
import { windowText } from './answer-words';
import { Choices, Files, InvoiceChoice, Line, Select, type Typed, typed, Words } from './fields';

type AnswerPageOf = Extract<DebtorPage, { kind: 'answer' }>;
interface Props {
  readonly page: AnswerPageOf;
  readonly form: Typed;
}

/** The questions of one topic: as few as the person who answers them needs. */
export function TopicFields({ page, form }: Props) {
  switch (page.topic) {
    case 'paid':
      return <Paid page={page} form={form} />;
    case 'promise':
    case 'payment-run':
      return <Promised page={page} form={form} />;
    case 'dispute':
      return <Contested page={page} form={form} />;
    case 'not-me':
      return <NotMe form={form} />;
    case 'contact':
      return <Contact form={form} />;
    case 'hardship':
      return <Hardship form={form} />;
    case 'call':
      return <Call page={page} form={form} />;
    case 'message':
      return <Message form={form} />;
    case 'preferences':
      return <Preferences form={form} />;
  }
}

const suffixOf = (currency: string) => (currency === 'EUR' ? '€' : currency);

function Paid({ page, form }: Props) {
  const { t } = useFrame();
  return (
    <>
      <Line form={form} name="paidOn" type="date" width="short" label={t('paid.on')} first={page.days?.first} last={page.days?.last} />
      <Select
        form={form}
        name="means"
        label={t('paid.means')}
        options={[
          ['transfer', t('paid.transfer')],
          ['card', t('paid.card')],
          ['sepa_debit', t('paid.debit')],
          ['cheque', t('paid.cheque')],
          ['cash', t('paid.cash')],
          ['other', t('paid.other')],
        ]}
      />
      <Line
        form={form}
        name="amount"
        label={t('answering.amount')}
        inputMode="decimal"
        width="short"
        suffix={suffixOf(page.claim.open.currency)}
      />
      <Line form={form} name="reference" label={t('answering.optional', { label: t('paid.reference') })} />
      {page.claim.lines.length > 1 && <InvoiceChoice form={form} lines={page.claim.lines} hint={t('answering.whichAll')} />}
      <Files form={form} hint={t('paid.filesHint')} />
      <Words form={form} label={t('answering.note')} />
    </>
  );
}

function Promised({ page, form }: Props) {
  const { t, day, money } = useFrame();
  const { days, claim } = page;
  return (
    <>
      <Line
        form={form}
        name="dueOn"
        type="date"
        width="short"
        label={page.topic === 'promise' ? t('promise.on') : t('run.on')}
        hint={days ? t('promise.onHint', { first: day(days.first), last: day(days.last) }) : undefined}
        first={days?.first}
        last={days?.last}
      />
      {claim.lines.length > 1 && <InvoiceChoice form={form} lines={claim.lines} hint={t('answering.whichAll')} />}
      {page.topic === 'promise' && (
        <Line
          form={form}
          name="amount"
          label={t('answering.optional', { label: t('answering.amount') })}
          hint={t('promise.amountHint', { amount: money(toPayOf(claim)) })}
          inputMode="decimal"
          width="short"
          suffix={suffixOf(claim.open.currency)}
        />
      )}
    </>
  );
}

function Contested({ page, form }: Props) {
  const { t } = useFrame();
  const suffix = suffixOf(page.claim.open.currency);
  const isAboutAmount = typed(form, 'reason') === 'wrong_amount';
  return (
    <>
      <Select
        form={form}
        name="reason"
        label={t('contest.reason')}
        options={[
          ['not_received', t('contest.notReceived')],
          ['defective', t('contest.defective')],
          ['wrong_amount', t('contest.wrongAmount')],
          ['price', t('contest.price')],
          ['quantity', t('contest.quantity')],
          ['duplicate', t('contest.duplicate')],
          ['already_paid', t('contest.alreadyPaid')],
          ['not_mine', t('contest.notMine')],
          ['other', t('contest.other')],
        ]}
      />
      <InvoiceChoice form={form} lines={page.claim.lines} />
      <Line
        form={form}
        name="rightAmount"
        label={t('answering.optional', { label: t('contest.right') })}
        hint={t('contest.rightHint')}
        inputMode="decimal"
        width="short"
        suffix={suffix}
      />
      {!isAboutAmount && (
        <Line
          form={form}
          name="amount"
          label={t('answering.optional', { label: t('contest.part') })}
          hint={t('contest.partHint')}
          inputMode="decimal"
          width="short"
          suffix={suffix}
        />
      )}
      <Words form={form} label={t('answering.note')} />
      <Files form={form} hint={t('contest.filesHint')} />
    </>
  );
}

function NotMe({ form }: Pick<Props, 'form'>) {
  const { t } = useFrame();
  return (
    <>
      <p>
        <strong>{t('notMe.noPaper')}</strong>
      </p>
      <Choices
        form={form}
        name="why"
        kind="radio"
        question={t('notMe.why')}
        options={[
          { value: 'other_person', label: t('notMe.otherPerson') },
          { value: 'identity_theft', label: t('notMe.theft'), hint: t('notMe.theftHelp') },
        ]}
      />
      <Words form={form} label={t('answering.note')} />
    </>
  );
}

function Contact({ form }: Pick<Props, 'form'>) {
  const { t } = useFrame();
  return (
    <>
      <Line form={form} name="email" label={t('answering.optional', { label: t('contact.email') })} autoComplete="email" />
      <Line form={form} name="phone" label={t('answering.optional', { label: t('contact.phone') })} autoComplete="tel" />
      <Line form={form} name="addressLine" label={t('answering.optional', { label: t('contact.address') })} autoComplete="street-address" />
      <Line
        form={form}
        name="postcode"
        label={t('answering.optional', { label: t('contact.postcode') })}
        autoComplete="postal-code"
        width="short"
      />
      <Line form={form} name="city" label={t('answering.optional', { label: t('contact.city') })} autoComplete="address-level2" />
      <Words form={form} label={t('answering.note')} />
    </>
  );
}

/** Days of care and of a pause; the server decides by the same. */
const careDays = 90;
const pauseDays = 30;

function Hardship({ form }: Pick<Props, 'form'>) {
  const { t } = useFrame();
  return (
    <>
      <p>{t('hardship.quiet', { days: careDays })}</p>
      <Choices
        form={form}
        name="wishes"
        kind="checkbox"
        question={t('hardship.what')}
        options={[
          { value: 'pause', label: t('hardship.pause', { days: pauseDays }), hint: t('hardship.pauseHint') },
          { value: 'overindebted', label: t('hardship.debtFile'), hint: t('hardship.debtFileHint') },
        ]}
      />
      <Words form={form} label={t('answering.note')} hint={t('answering.noteHint')} />
    </>
  );
}

function Call({ page, form }: Props) {
  const { t } = useFrame();
  const words = useFrame();
  return (
    <>
      <Select
        form={form}
        name="slot"
        label={t('call.slot')}
        hint={t('call.slotHint')}
        options={page.slots.map(({ from, to }) => [from, windowText(from, to, words)] as const)}
      />
      <Line
        form={form}
        name="phone"
        label={t('call.phone')}
        hint={page.knownPhone ? t('call.phoneKnown', { phone: page.knownPhone }) : undefined}
        autoComplete="tel"
      />
      <Words form={form} label={t('call.about')} hint={t('answering.noteHint')} />
    </>
  );
}

function Message({ form }: Pick<Props, 'form'>) {
  const { t } = useFrame();
  return (
    <>
      <Words form={form} label={t('message.note')} required />
      <Files form={form} />
    </>
  );
}

/** Each language by its own name: whoever needs it can read it. */
const languageNames: ReadonlyArray<readonly [Language, string]> = [
  ['fr', 'Français'],
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['it', 'Italiano'],
  ['nl', 'Nederlands'],
];

function Preferences({ form }: Pick<Props, 'form'>) {
  const { t } = useFrame();
  return (
    <>
      <Choices
        form={form}
        name="language"
        kind="radio"
        question={t('preferences.language')}
        options={languageNames.map(([value, name]) => ({ value, label: <span lang={value}>{name}</span> }))}
      />
      <Choices
        form={form}
        name="ways"
        kind="checkbox"
        question={t('preferences.ways')}
        hint={t('preferences.letters')}
        options={[
          { value: 'email', label: t('preferences.email') },
          { value: 'calls', label: t('preferences.calls') },
        ]}
      />
    </>
  );
}
