import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. Every path of the devkit is told from here, never from the caller's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that lives on this machine only: database, secret, browser, logs. */
export const dataDir = process.env.AMIABLE_DATA_DIR ? path.resolve(process.env.AMIABLE_DATA_DIR) : path.join(root, '.data');

export const inRoot = (...parts) => path.join(root, ...parts);
export const inData = (...parts) => path.join(dataDir, ...parts);

/** A compiled entry point, such as compiled('apps/api/main.js'). */
export const compiled = (file) => path.join(root, 'dist', file);
