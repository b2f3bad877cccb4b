/** Counting stops above this: the lists then say "more than 10,000". */
export const countedUpTo = 10_000;
