/** Where the console lives and whom it asks. */
export const config = {
  name: 'Amiable',
  base: '/agency',
  endpoint: '/graphql/agency',
  liveEndpoint: '/live/agency',
  client: 'agency-web',
  rowsAPage: 50,
} as const;

export const documentUrl = (documentId: string) => `/files/${encodeURIComponent(documentId)}`;
export const downloadUrl = (documentId: string) => `${documentUrl(documentId)}?download=1`;
