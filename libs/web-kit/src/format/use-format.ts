import { useMemo } from 'react';
import { useSettings } from '../settings/settings';
import { type Day, formatDay, formatDayInFull, formatDayShort, formatInstant, formatMonth, formatRelativeDay, formatTime } from './days';
import type { Decimal } from './decimal';
import { formatCount, formatMoney, formatPercent, type Money } from './money';

/** All formats in the reader's language. */
export function useFormat() {
  const { language } = useSettings();
  return useMemo(
    () => ({
      money: (money: Money, how?: { whole?: boolean }) => formatMoney(money, language, how),
      moneys: (list: readonly Money[], how?: { whole?: boolean }) => list.map((each) => formatMoney(each, language, how)).join(' · '),
      percent: (percent: Decimal) => formatPercent(percent, language),
      count: (count: number) => formatCount(count, language),
      day: (day: Day) => formatDay(day, language),
      dayShort: (day: Day) => formatDayShort(day, language),
      dayInFull: (day: Day) => formatDayInFull(day, language),
      relativeDay: (day: Day) => formatRelativeDay(day, language),
      month: (day: Day) => formatMonth(day, language),
      instant: (instant: string) => formatInstant(instant, language),
      time: (instant: string) => formatTime(instant, language),
    }),
    [language],
  );
}
export type Format = ReturnType<typeof useFormat>;
