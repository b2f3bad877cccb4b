/** The addresses of documents as one face asks for them; `as` says for whom, where a browser may be signed in to several faces. */
export function fileAddresses(as?: string): {
  readonly open: (documentId: string) => string;
  readonly download: (documentId: string) => string;
} {
  const address = (documentId: string, asked: Record<string, string>) => {
    const search = new URLSearchParams({ ...(as ? { as } : {}), ...asked }).toString();
    return `/files/${encodeURIComponent(documentId)}${search && `?${search}`}`;
  };
  return { open: (documentId) => address(documentId, {}), download: (documentId) => address(documentId, { download: '1' }) };
}

export type FileAddresses = ReturnType<typeof fileAddresses>;
