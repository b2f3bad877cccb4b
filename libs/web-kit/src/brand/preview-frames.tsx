import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useKitT } from '../i18n/i18n';
import { currentSettings } from '../settings/settings';
import { Chips } from '../ui/tabs';
import { type BrandDraft, brandTextFields } from './brand-editor.types';

const faces = {
  page: { width: 390, height: 780 },
  email: { width: 640, height: 760 },
  letter: { width: 794, height: 1123 },
} as const;
type Face = keyof typeof faces;

/** What debtors read, each by its own name. */
const languages = [
  { id: 'fr', label: 'Français' },
  { id: 'en', label: 'English' },
  { id: 'de', label: 'Deutsch' },
  { id: 'es', label: 'Español' },
  { id: 'it', label: 'Italiano' },
  { id: 'nl', label: 'Nederlands' },
];

const settleAfterMs = 350;

/** The draft once the hand rests: a frame is not asked for at every key. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleAfterMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Page, e-mail and letter as the server makes them with the values on screen, side by side, in both schemes. */
export function BrandPreviewFrames({ brandId, draft, asClient }: { brandId: string; draft: BrandDraft; asClient: boolean }) {
  const t = useKitT();
  const [schemes, setSchemes] = useState<'light' | 'dark' | 'both'>('light');
  const [language, setLanguage] = useState<string>(currentSettings().language);
  const settled = useSettled(draft);
  const addressOf = (face: string, scheme: string) => {
    const fields = brandTextFields.filter((field) => !field.startsWith('bank')).map((field) => [field, settled[field]] as [string, string]);
    const query = new URLSearchParams([...fields, ['scheme', scheme], ['lang', language]]);
    if (asClient) query.set('as', 'client');
    return `/files/brand-previews/${brandId}/${face}?${query.toString()}`;
  };
  const shown = schemes === 'both' ? (['light', 'dark'] as const) : [schemes];
  return (
    <section className="brand-previews" aria-label={t('brand.preview.title')}>
      <div className="cluster">
        <Chips
          label={t('brand.preview.schemes')}
          chosen={schemes}
          onChoose={(id) => setSchemes(id as typeof schemes)}
          chips={[
            { id: 'light', label: t('brand.preview.light') },
            { id: 'dark', label: t('brand.preview.dark') },
            { id: 'both', label: t('brand.preview.both') },
          ]}
        />
        <Chips label={t('brand.preview.language')} chosen={language} onChoose={setLanguage} chips={languages} />
      </div>
      <div className="brand-frames" data-schemes={schemes}>
        {shown.map((scheme) => (
          <Frame key={`page ${scheme}`} face="page" title={t('brand.preview.page')} src={addressOf('page', scheme)} />
        ))}
        {shown.map((scheme) => (
          <Frame key={`email ${scheme}`} face="email" title={t('brand.preview.email')} src={addressOf('email', scheme)} />
        ))}
        <Frame
          face="letter"
          title={t('brand.preview.letter')}
          src={addressOf('letter', 'light')}
          more={
            <a href={addressOf('letter.pdf', 'light')} target="_blank" rel="noreferrer">
              {t('brand.preview.pdf')}
            </a>
          }
        />
      </div>
    </section>
  );
}

/** A frame without any power, as wide as its reader's screen and brought down to the place there is. The old picture stays until the new one is there. */
function Frame({ face, title, src, more }: { face: Face; title: string; src: string; more?: ReactNode }) {
  const t = useKitT();
  const place = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.5);
  const [loaded, setLoaded] = useState('');
  const { width, height } = faces[face];
  useLayoutEffect(() => {
    const measure = new ResizeObserver(([entry]) => setScale(Math.min(1, (entry?.contentRect.width ?? width) / width)));
    measure.observe(place.current!);
    return () => measure.disconnect();
  }, [width]);
  const shown = loaded === '' || loaded === src ? [src] : [loaded, src];
  return (
    <figure className="brand-frame" data-face={face} data-loaded={loaded === src || undefined}>
      <figcaption>
        {title}
        {more ?? (
          <a href={src} target="_blank" rel="noreferrer">
            {t('brand.preview.open')}
          </a>
        )}
      </figcaption>
      <div ref={place} className="brand-frame-place" style={{ blockSize: height * scale }}>
        {shown.map((address) => (
          <iframe
            key={address}
            title={title}
            src={address}
            sandbox=""
            tabIndex={-1}
            width={width}
            height={height}
            style={{ transform: `scale(${scale})` }}
            onLoad={() => setLoaded(address)}
          />
        ))}
      </div>
    </figure>
  );
}
