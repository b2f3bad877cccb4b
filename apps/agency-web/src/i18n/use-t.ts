import { type KeyOf, type Translate, type KitKey, useTranslate } from '@amiable/web-kit';
import type fr from './fr.json';
import type office from './office/fr.json';

/** The words of every day, and those of the pages that few open (`office`), which come with the page. */
export type Key = KeyOf<typeof fr> | KeyOf<typeof office>;
export type AppT = Translate<Key | KitKey>;
export const useT = (): AppT => useTranslate<Key>();
