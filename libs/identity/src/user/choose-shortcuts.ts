import { NotFound, Refusal } from '@amiable/kernel';
import { Database, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';

/** Keys as one person wants them: the key of the house, and the one pressed instead. */
export interface Shortcuts {
  readonly letterKeys: boolean;
  readonly keys: Readonly<Record<string, string>>;
}

export class ShortcutRefused extends Refusal {}

/** One letter or sign of any keyboard; no digit, since French keyboards type them with Shift. */
const oneKey = /^[^\p{N}\p{Lu}\s\p{C}]$/u;
const most = 60;

/** Throws ShortcutRefused: each key is one letter or sign, and no two acts share one. */
export function requireGoodShortcuts({ keys }: Shortcuts): void {
  const chosen = Object.values(keys);
  if (chosen.length > most) throw new ShortcutRefused('SHORTCUT_TOO_MANY', { most });
  const wrong = [...Object.keys(keys), ...chosen].find((key) => !oneKey.test(key));
  if (wrong !== undefined) throw new ShortcutRefused('SHORTCUT_NOT_A_KEY', { key: wrong.slice(0, 20) });
  const twice = chosen.find((key, i) => chosen.indexOf(key) !== i);
  if (twice !== undefined) throw new ShortcutRefused('SHORTCUT_TWICE', { key: twice });
}

/** Raccourcis choisis: kept with the person, so that they are there on every machine. */
@Injectable()
export class ChooseShortcuts {
  constructor(private readonly database: Database) {}

  async run(ctx: RequestContext, shortcuts: Shortcuts): Promise<void> {
    if (ctx.actor.kind !== 'staff') throw new NotFound('StaffUser');
    requireGoodShortcuts(shortcuts);
    await this.database.outsideClients((db) =>
      db.rows(`update staff_users set shortcuts = $2 where id = $1`, [ctx.actor.id, JSON.stringify(shortcuts)]),
    );
  }
}
