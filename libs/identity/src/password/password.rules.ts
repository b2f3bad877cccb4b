import { Refusal } from '@amiable/kernel';
import { commonPasswords } from './common-passwords';

export const passwordLength = { shortest: 12, longest: 200 } as const;

/** The password cannot be taken: too short, too long, or among the first an attacker tries. */
export class PasswordRefused extends Refusal {
  constructor(why: 'too_short' | 'too_long' | 'common') {
    super(`PASSWORD_${why.toUpperCase()}`, { ...passwordLength }, 'password');
  }
}

/**
 * A word of the list, also with digits or signs around it, also written several times, also one sign repeated.
 * NIST SP 800-63B 3.1.1.2 asks for such a list and for no rules of composition.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  return [plain, core].some((text) => {
    const once = /^(.+?)\1*$/su.exec(text)?.[1] ?? text;
    return once.length === 1 || commonPasswords.has(text) || commonPasswords.has(once);
  });
}

/** Length in characters as people count them. Throws PasswordRefused. */
export function requireGoodPassword(password: string): void {
  const length = [...password.normalize('NFKC')].length;
  if (length < passwordLength.shortest) throw new PasswordRefused('too_short');
  if (length > passwordLength.longest) throw new PasswordRefused('too_long');
  if (isCommonPassword(password)) throw new PasswordRefused('common');
}
