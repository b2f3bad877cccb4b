import { BrandStripe } from '@amiable/web-kit';
import type { CaseStory } from './use-case';

/** In every dialog: whose name one acts under. */
export const DialogBrand = ({ theCase }: { theCase: CaseStory }) => <BrandStripe brand={theCase.brand} kind="banner" />;
