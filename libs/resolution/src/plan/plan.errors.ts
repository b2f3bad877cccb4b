import { Refusal } from '@amiable/kernel';

/** A plan is not possible like this; code and facts say which clause or state is in the way. */
export class PlanRefused extends Refusal {}
