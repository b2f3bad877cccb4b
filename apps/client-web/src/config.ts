import { fileAddresses } from '@amiable/web-kit';

/** Where the portal lives and whom it asks. */
export const config = {
  name: 'Amiable',
  base: '/client',
  endpoint: '/graphql/client',
  client: 'client-web',
  rowsAPage: 50,
} as const;

/** Who also works at the agency in this browser still sees the file as the portal's user. */
export const files = fileAddresses('client');
