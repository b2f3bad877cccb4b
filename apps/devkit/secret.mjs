import { createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { noPermission } from './failure.mjs';
import { inData } from './paths.mjs';

/**
 * The local secret that passwords of database roles and signatures are derived from; made once and kept,
 * so that links in mails sent yesterday still open today.
 */
export function localSecret() {
  const file = inData('secret');
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (!fs.existsSync(file)) {
      fs.writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    }
  } catch (error) {
    if (error.code !== 'EEXIST') throw noPermission(file, error); // EEXIST: another command was quicker
  }
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw noPermission(file, error);
  }
}

/** A value for one purpose that tells nothing about the secret itself. */
export function derive(secret, purpose) {
  return createHmac('sha256', secret).update(purpose).digest('hex');
}
