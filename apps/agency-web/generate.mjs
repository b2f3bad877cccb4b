import { generateDocuments } from '../../libs/web-kit/documents.mjs';

// Types of the GraphQL documents, for `tsc -p apps/agency-web`; vite does the same before each build.
await generateDocuments({ app: 'agency-web', schema: 'agency.graphql' });
