import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { Refusal, request, type TypedDocument } from './request';

/** A refusal is an answer and is not asked again; only a lost network is, twice. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && error instanceof Refusal && error.code === 'UNREACHABLE',
      },
      mutations: { retry: false },
    },
  });
}

export function useRead<Result, Variables>(
  key: readonly unknown[],
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  { enabled = true, keepsFormer = false } = {},
) {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(document, variables, signal),
    enabled,
    ...(keepsFormer && { placeholderData: keepPreviousData as never }),
  });
}

const secondsBetweenLooks = 2;

/**
 * For what a page cannot be drawn without; the Suspense and error boundaries of the frames stand above it.
 * `isUnfinished`: as long as the answer lacks what the worker still makes, it is asked again.
 */
export function useNeeded<Result, Variables>(
  key: readonly unknown[],
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  { isUnfinished }: { isUnfinished?: (answer: Result) => boolean } = {},
): Result {
  return useSuspenseQuery({
    queryKey: key,
    queryFn: ({ signal }) => request(document, variables, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnfinished?.(state.data) ? secondsBetweenLooks * 1000 : false),
  }).data;
}

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly endCursor?: string | null; readonly hasNextPage: boolean };
  readonly totalCount?: number | null;
}

export interface Pages<Node> {
  readonly nodes: readonly Node[];
  /** Null above 10,000, undefined before the first page. */
  readonly totalCount: number | null | undefined;
  readonly query: UseInfiniteQueryResult<unknown, Error>;
}

/** Pages by keyset: each next one starts after the cursor of the last row shown. */
export function usePages<Result, Variables, Node>(
  key: readonly unknown[],
  document: TypedDocument<Result, Variables>,
  variablesOf: (after: string | null) => Variables,
  connectionOf: (result: Result) => Connection<Node>,
): Pages<Node> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => request(document, variablesOf(pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const { pageInfo } = connectionOf(last);
      return pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    },
  });
  const pages = query.data?.pages.map(connectionOf);
  return { nodes: pages?.flatMap((page) => page.nodes) ?? [], totalCount: pages ? (pages[0]?.totalCount ?? null) : undefined, query };
}
