import { generateDocuments } from '../../libs/web-kit/documents.mjs';

// Types of the GraphQL documents, for `tsc -p apps/client-web`; vite does the same before each build.
await generateDocuments({ app: 'client-web', schema: 'client.graphql' });
