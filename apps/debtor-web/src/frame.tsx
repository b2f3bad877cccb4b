import { createContext, type ReactNode, useContext } from 'react';
import type { DebtorPage, Frame } from '../../../libs/web-kit/src/debtor-pages';
import { type Words, wordsIn } from './i18n/words';

interface FrameContext extends Words {
  readonly frame: Frame;
}

const Context = createContext<FrameContext | null>(null);

export function FrameProvider({ page, children }: { page: DebtorPage; children: ReactNode }) {
  return <Context.Provider value={{ frame: page, ...wordsIn(page.language) }}>{children}</Context.Provider>;
}

/** The words, the brand and the addresses of the page being drawn. */
export function useFrame(): FrameContext {
  const frame = useContext(Context);
  if (!frame) throw new Error('Outside of FrameProvider');
  return frame;
}
