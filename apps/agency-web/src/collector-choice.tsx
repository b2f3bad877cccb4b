import { Select, useRead } from '@amiable/web-kit';
import { graphql } from '@documents';
import { useT } from './i18n/use-t';

const CollectorNamesDocument = graphql(`
  query CollectorNames {
    collectors {
      id
      name
      isMe
    }
  }
`);

/** Which colleague; an empty value stands for the shared queue. */
export function CollectorChoice({ name, preferred }: { name: string; preferred: string | null }) {
  const t = useT();
  const collectors = useRead(['collectors'], CollectorNamesDocument, {}).data?.collectors;
  if (!collectors) return null;
  const chosen = collectors.find((each) => each.name === preferred) ?? collectors.find(({ isMe }) => isMe);
  const options = [
    ...collectors.map(({ id, name: label, isMe }) => ({ value: id, label: isMe ? t('list.mine') : label })),
    { value: '', label: t('bulk.sharedQueue') },
  ];
  return <Select label={t('bulk.assignTo')} name={name} defaultValue={chosen?.id ?? ''} options={options} data-autofocus="" />;
}
