import { Facts, type RawFacts } from '@amiable/web-kit';
import { type Key, useT } from '../../i18n/use-t';

const lines = [
  ['encoding', 'format.encoding'],
  ['separator', 'format.separator'],
  ['decimalSign', 'format.decimalSign'],
  ['thousands', 'format.thousands'],
  ['dateFormat', 'format.dateFormat'],
  ['headerLine', 'format.headerLine'],
] as const satisfies ReadonlyArray<readonly [string, Key]>;

const signs: Record<string, Key> = {
  ',': 'format.comma',
  ';': 'format.semicolon',
  '\t': 'format.tab',
  '|': 'format.bar',
  '.': 'format.dot',
  ' ': 'format.space',
  "'": 'format.apostrophe',
  '': 'format.none',
};

/** How the file was read, each as found. */
export function FormatFound({ format }: { format: RawFacts }) {
  const t = useT();
  return (
    <Facts
      rows={lines.map(([fact, key]) => {
        const found = format[fact];
        if (typeof found !== 'string' && typeof found !== 'number') return null;
        const words = signs[String(found)];
        const raw = <span className="reference">{String(found)}</span>;
        return [t(key), words ? t(words) : raw];
      })}
    />
  );
}
