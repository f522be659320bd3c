import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { DynamicModule, Type } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import { amountLimit } from './amount-limit.js';
import { compiledExecution } from './compiled-execution.js';
import { toPublicError } from './format-error.js';

/** Says who asks and for which tenant; implemented above, bound by the app. */
export abstract class RequestContextFactory {
  abstract create(request: FastifyRequest, reply: FastifyReply): Promise<object>;
}

/** Static limits on a request, before anything runs. Page sizes are limited where lists are read, their products by `amountLimit`. */
const limits = new ApolloArmor({
  maxDepth: { n: 12 },
  maxAliases: { n: 30 },
  maxDirectives: { n: 20 },
  maxTokens: { n: 2_000 },
  costLimit: { maxCost: 20_000, depthCostFactor: 1.2 },
});

/**
 * The GraphQL endpoint. Apollo's per-field plugins are off (cache control alone costs a third of the throughput) and
 * operations run compiled.
 *
 * @param options.contexts module that provides the RequestContextFactory
 * @param options.schemaFile where the schema is written, or true to keep it in memory
 */
export function graphqlEndpoint(options: {
  contexts: Type<unknown>;
  schemaFile: string | true;
}): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    imports: [options.contexts],
    inject: [CONFIG, LOGGER, RequestContextFactory],
    useFactory: (config: Config, log: Logger, contexts: RequestContextFactory): ApolloDriverConfig => {
      const armor = limits.protect();
      return {
        path: '/graphql',
        autoSchemaFile: options.schemaFile,
        sortSchema: true,
        context: (request: FastifyRequest, reply: FastifyReply) => contexts.create(request, reply),
        graphiql: config.PLAYGROUND && config.NODE_ENV !== 'production',
        introspection: true,
        csrfPrevention: true,
        allowBatchedHttpRequests: false,
        includeStacktraceInErrorResponses: false,
        autoTransformHttpErrors: false,
        validationRules: armor.validationRules,
        plugins: [
          ...armor.plugins,
          amountLimit(),
          compiledExecution(log),
          ApolloServerPluginCacheControlDisabled(),
          ApolloServerPluginInlineTraceDisabled(),
          ApolloServerPluginSchemaReportingDisabled(),
          ApolloServerPluginUsageReportingDisabled(),
        ] as ApolloDriverConfig['plugins'] & object,
        formatError: (_formatted, error) => toPublicError(error, log),
      };
    },
  });
}
