import type { DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import { Help } from '../parts/contact';
import { Card, Csrf, ErrorSummary } from '../parts/layout';
import { TextField } from '../parts/text-field';

type Enter = Extract<DebtorPage, { kind: 'enter' }>;

export function EnterPage({ page }: { page: Enter }) {
  return page.via === 'link' ? <ByLink page={page} /> : <ByCode page={page} />;
}

/** Shows nothing of the case: mail scanners open links too. The post, with the postcode, opens the session. */
function ByLink({ page }: { page: Extract<Enter, { via: 'link' }> }) {
  const { frame, t } = useFrame();
  return (
    <div className="column">
      {page.error === 'wrong' && (
        <ErrorSummary message={page.asks === 'amount' ? t('enterLink.amountWrong') : t('enterLink.wrong')} field={page.asks} />
      )}
      {page.error === 'too_many' && <ErrorSummary message={t('enterCode.tooMany', { minutes: page.waitMinutes })} field={null} />}
      <h1>{t('enterLink.title')}</h1>
      <p className="lead">{t('enterLink.lead', { brand: frame.brand.name })}</p>
      <form className="card" method="post" action={`${frame.base}/p/${encodeURIComponent(page.token)}`}>
        <Csrf token={page.csrf} />
        {page.asks === 'postcode' && (
          <TextField
            id="postcode"
            name="postcode"
            label={t('enterLink.postcode')}
            hint={t('enterLink.postcodeHint')}
            error={page.error === 'wrong' ? t('enterLink.wrongField') : null}
            width="short"
            autoComplete="postal-code"
          />
        )}
        {page.asks === 'amount' && (
          <TextField
            id="amount"
            name="amount"
            label={t('enterLink.amount')}
            hint={t('enterLink.amountHint')}
            error={page.error === 'wrong' ? t('enterLink.amountField') : null}
            width="short"
            inputMode="decimal"
          />
        )}
        <button className="btn">{t('enterLink.button')}</button>
        <p className="hint">{t('enterLink.private')}</p>
      </form>
      {page.error === 'too_many' && <NewLink />}
      <p>
        {t('enterLink.doubt')} <a href={`${frame.base}/verify`}>{t('who.verify')}</a>
      </p>
      <Help />
    </div>
  );
}

function ByCode({ page }: { page: Extract<Enter, { via: 'code' }> }) {
  const { frame, t } = useFrame();
  const waits = page.error === 'too_many';
  return (
    <div className="column">
      {page.error === 'wrong' && <ErrorSummary message={t('enterCode.wrong')} field="reference" />}
      {waits && <ErrorSummary message={t('enterCode.tooMany', { minutes: page.waitMinutes })} field={null} />}
      <h1>{t('enterCode.title')}</h1>
      <p className="lead">{t('enterCode.lead')}</p>
      <form className="card" method="post" action={`${frame.base}/enter`}>
        <Csrf token={page.csrf} />
        <TextField
          id="reference"
          name="reference"
          label={t('enterCode.reference')}
          hint={t('enterCode.referenceHint')}
          value={page.reference}
          error={page.error === 'wrong' ? t('enterCode.wrongField') : null}
        />
        <TextField id="code" name="code" label={t('enterCode.code')} hint={t('enterCode.codeHint')} width="short" />
        <button className="btn">{t('enterCode.button')}</button>
      </form>
      {waits && <NewLink />}
      <Card title={t('enterCode.noCodeTitle')}>
        <p>{t('enterCode.noCode')}</p>
      </Card>
      <Help />
    </div>
  );
}

/** The slow way in when there were too many tries: a link to the address on file. */
function NewLink() {
  const { frame, t } = useFrame();
  return (
    <p>
      <a href={`${frame.base}/link`}>{t('linkDead.newLink')}</a>
    </p>
  );
}
