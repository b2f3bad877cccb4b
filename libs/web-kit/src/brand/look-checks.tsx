import { useEffect, useState } from 'react';
import { useSettings } from '../settings/settings';
import { type KitKey, useKitT } from '../i18n/i18n';
import type { LookCheck } from './brand-editor.types';

const roleWords: Record<string, KitKey> = { button: 'brand.look.button', edge: 'brand.look.edge', link: 'brand.look.link' };
const moveWords: Record<string, KitKey> = { kept: 'brand.look.kept', darkened: 'brand.look.darkened', lightened: 'brand.look.lightened' };
const sentences: Record<string, KitKey> = {
  'button kept': 'brand.look.buttonKept',
  'button darkened': 'brand.look.buttonDarkened',
  'button lightened': 'brand.look.buttonLightened',
  'link kept': 'brand.look.linkKept',
  'link darkened': 'brand.look.linkDarkened',
  'link lightened': 'brand.look.linkLightened',
};

/** The colours as chosen beside the colours as used, with what an eye gets of both, and in a sentence what was changed and why. */
export function LookChecks({
  primary,
  secondary,
  ask,
}: {
  primary: string;
  secondary: string;
  ask: (primary: string, secondary: string | null) => Promise<readonly LookCheck[]>;
}) {
  const t = useKitT();
  const { language } = useSettings();
  const [checks, setChecks] = useState<readonly LookCheck[]>([]);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      ask(primary, secondary || null).then(
        (answer) => !gone && setChecks(answer),
        () => undefined, // a colour half typed: what stands stays
      );
    }, 200);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [primary, secondary, ask]);
  if (checks.length === 0) return null;
  const light = checks.filter(({ scheme }) => scheme === 'light');
  const said = (role: string) => light.find((check) => check.role === role);
  const number = (value: number) => value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div className="stack">
      <p role="status" className="brand-look-said">
        {[said('button'), said('link')].map(
          (check) => check && <span key={check.role}>{t(sentences[`${check.role} ${check.move}`]!)} </span>,
        )}
      </p>
      <details>
        <summary>{t('brand.look.details')}</summary>
        <table className="brand-look">
          <caption className="visually-hidden">{t('brand.look.details')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('brand.look.use')}</th>
              <th scope="col">{t('brand.look.original')}</th>
              <th scope="col">{t('brand.look.used')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr key={`${check.scheme} ${check.role}`}>
                <th scope="row">
                  {t(roleWords[check.role]!)}
                  <small>{t(check.scheme === 'light' ? 'brand.preview.light' : 'brand.preview.dark')}</small>
                </th>
                <td>
                  <Swatch colour={check.original} />
                  <small>{t('brand.look.ratios', { ratio: number(check.ratioBefore), lc: check.lcBefore })}</small>
                </td>
                <td>
                  <Swatch colour={check.used} />
                  <small>{t('brand.look.ratios', { ratio: number(check.ratio), lc: check.lc })}</small>
                  <small>{t(moveWords[check.move]!)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="hint">{t('brand.look.gates')}</p>
      </details>
    </div>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <span className="swatch">
      <span aria-hidden="true" style={{ background: colour }} />
      <code>{colour}</code>
    </span>
  );
}
