import { join } from 'node:path';

// The api looks for the built web apps when it is loaded: specs import this before the stage.
process.env.AMIABLE_DIST ??= join(__dirname, '..', '..', 'dist');
