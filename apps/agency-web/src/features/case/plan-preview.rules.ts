import type { Day, Money } from '@amiable/web-kit';

export interface PreviewedInstalment {
  number: number;
  dueOn: Day;
  amount: Money;
}

/** Equal parts to the cent, the first ones a cent larger where it does not divide; same day each month, the last day of shorter ones. A preview: the server decides. */
export function planPreview(total: Money, instalments: number, firstDueOn: Day): PreviewedInstalment[] {
  const [whole = '0', fraction = ''] = total.amount.split('.');
  const digits = Math.max(2, fraction.length);
  const units = BigInt(whole + fraction.padEnd(digits, '0'));
  const count = BigInt(instalments);
  const part = units / count;
  const larger = units - part * count;
  return Array.from({ length: instalments }, (_, index) => {
    const text = (part + (BigInt(index) < larger ? 1n : 0n)).toString().padStart(digits + 1, '0');
    return {
      number: index + 1,
      dueOn: sameDayLater(firstDueOn, index),
      amount: { amount: `${text.slice(0, -digits)}.${text.slice(-digits)}`, currency: total.currency },
    };
  });
}

function sameDayLater(first: Day, months: number): Day {
  const [year, month, day] = first.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}
