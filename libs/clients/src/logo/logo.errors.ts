import { Refusal } from '@amiable/kernel';

export type LogoFault =
  | 'unknown_format'
  | 'too_large'
  | 'too_many_pixels'
  | 'broken'
  | 'has_doctype'
  | 'too_complex'
  | 'nothing_left'
  | 'no_size';

/** The picture cannot become a logo; `reason` says why, each reason has its sentence. */
export class LogoRefused extends Refusal {
  constructor(reason: LogoFault, facts: Record<string, string | number> = {}) {
    super(`LOGO_${reason.toUpperCase()}`, facts, 'logo');
  }
}
