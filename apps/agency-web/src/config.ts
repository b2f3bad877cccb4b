import { fileAddresses } from '@amiable/web-kit';

/** Where the console lives and whom it asks. */
export const config = {
  name: 'Amiable',
  base: '/agency',
  endpoint: '/graphql/agency',
  liveEndpoint: '/live/agency',
  client: 'agency-web',
  rowsAPage: 50,
} as const;

export const files = fileAddresses();
