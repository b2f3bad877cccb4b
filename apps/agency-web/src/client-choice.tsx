import { Select, useRead } from '@amiable/web-kit';
import { graphql } from '@documents';
import { useT } from './i18n/use-t';

const ClientNamesDocument = graphql(`
  query ClientNames {
    clients {
      id
      name
    }
  }
`);
export const useClientNames = () => useRead(['clients', 'names'], ClientNamesDocument, {}).data?.clients ?? [];

/** Which client company; an empty value stands for all of them, or for none chosen yet. */
export function ClientChoice({ value, onChoose, none }: { value: string; onChoose: (clientId: string) => void; none: string }) {
  const t = useT();
  const clients = useClientNames();
  const options = [{ value: '', label: none }, ...clients.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Select label={t('field.client')} name="client" value={value} onChange={(event) => onChoose(event.target.value)} options={options} />
  );
}
