import type { CSSProperties, ReactNode } from 'react';

export type Tone = 'neutral' | 'ok' | 'warning' | 'danger' | 'info' | 'dispute';

/** A state in words on a quiet ground; the colour only repeats what the words say. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

export interface Brand {
  readonly name: string;
  readonly colour: string;
  readonly onColour: string;
}

const brandStyle = ({ colour, onColour }: Brand) => ({ '--brand': colour, '--on-brand': onColour }) as CSSProperties;

/** The brand of a case: its colour and its NAME, on every row, header and composer, so that nobody writes under the wrong one. */
export function BrandStripe({ brand, kind = 'row' }: { brand: Brand; kind?: 'row' | 'banner' }) {
  return (
    <span className={`brand-stripe ${kind}`} style={brandStyle(brand)}>
      <span>{brand.name}</span>
    </span>
  );
}
