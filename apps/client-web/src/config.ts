/** Where the portal lives and whom it asks. */
export const config = {
  name: 'Amiable',
  base: '/client',
  endpoint: '/graphql/client',
  client: 'client-web',
  rowsAPage: 50,
} as const;

/** `as=client`: who also works at the agency in this browser still sees the file as the portal's user. */
export const documentUrl = (documentId: string) => `/files/${encodeURIComponent(documentId)}?as=client`;
export const downloadUrl = (documentId: string) => `${documentUrl(documentId)}&download=1`;
