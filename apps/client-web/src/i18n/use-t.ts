import { type KeyOf, type Translate, type KitKey, useTranslate } from '@amiable/web-kit';
import type fr from './fr.json';

export type Key = KeyOf<typeof fr>;
export type AppT = Translate<Key | KitKey>;
export const useT = (): AppT => useTranslate<Key>();
