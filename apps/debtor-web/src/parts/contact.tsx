import { useFrame } from '../frame';

/** A number one can call from the phone in hand. */
export function Phone({ number }: { number: string }) {
  return (
    <a className="nowrap" href={`tel:${number.replace(/[^\d+]/g, '')}`} dir="ltr">
      {number}
    </a>
  );
}

export function Email({ address, about }: { address: string; about?: string }) {
  return (
    <a className="long" href={`mailto:${address}${about ? `?subject=${encodeURIComponent(about)}` : ''}`} dir="ltr">
      {address}
    </a>
  );
}

/** Help stands at the same place on every page (WCAG 2.2, 3.2.6). */
export function Help({ about }: { about?: string }) {
  const { frame, t } = useFrame();
  const { phone, email } = frame.brand;
  if (!phone && !email) return null;
  return (
    <section className="help" aria-labelledby="help-title">
      <h2 id="help-title">{t('help.title')}</h2>
      <p>{t('help.text')}</p>
      <ul className="links">
        {phone && (
          <li>
            <Phone number={phone} />
          </li>
        )}
        {email && (
          <li>
            <Email address={email} about={about} />
          </li>
        )}
      </ul>
    </section>
  );
}
