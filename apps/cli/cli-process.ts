/** Loaded first: what the operator's process is called, so that its logs keep off standard output. */
process.env.AMIABLE_PROCESS = 'cli';
process.env.LOG_LEVEL ??= 'warn';
