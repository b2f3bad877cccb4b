import { pruneSchema } from '@graphql-tools/utils';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule, Type } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Audience } from '../context';
import { formatError } from './errors';
import { limitOperation, operationLimits } from './limits';
import { storableText } from './storable-text';

/** One GraphQL endpoint of one audience, with its own schema made of these modules' resolvers only. */
export function endpoint(audience: Audience, modules: Array<Type | DynamicModule>): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: `/graphql/${audience}`,
    include: modules as never,
    autoSchemaFile: true,
    sortSchema: true,
    // Nest registers every type it has seen; what this audience cannot reach does not exist here.
    transformSchema: (schema) => pruneSchema(schema),
    buildSchemaOptions: { noDuplicatedFields: true },
    context: ({ req, res }: { req: unknown; res: unknown }) => ({ req, res }),
    formatError,
    validationRules: [limitOperation],
    plugins: [storableText],
    parseOptions: { maxTokens: operationLimits.tokens },
    introspection: process.env.NODE_ENV !== 'production',
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: process.env.NODE_ENV === 'production',
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    playground: false,
    graphiql: false,
    autoTransformHttpErrors: false,
    stopOnTerminationSignals: false,
  } as ApolloDriverConfig);
}
