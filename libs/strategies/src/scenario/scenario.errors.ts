import { Refusal } from '@amiable/kernel';
import { mostSteps, type StepProblem } from './scenario.rules';

/** Which letter may come first depends on the hat, and the hat stands in the mandate. */
export class ScenarioNeedsMandate extends Refusal {
  constructor() {
    super('SCENARIO_NEEDS_MANDATE');
  }
}

/** The client has an active scenario already. */
export class ScenarioAlreadyActive extends Refusal {
  constructor() {
    super('SCENARIO_ALREADY_ACTIVE');
  }
}

/** A version that is worked, or was, is not changed: draw up a new one. */
export class ScenarioNotDraft extends Refusal {
  constructor(state: string) {
    super('SCENARIO_NOT_DRAFT', { state });
  }
}

/** Somebody else saved the draft in between. */
export class ScenarioDraftStale extends Refusal {
  constructor() {
    super('SCENARIO_DRAFT_STALE');
  }
}

export class ScenarioNameMissing extends Refusal {
  constructor() {
    super('SCENARIO_NAME_MISSING', {}, 'name');
  }
}

/** No step, or more than anybody follows. */
export class ScenarioStepsCount extends Refusal {
  constructor() {
    super('SCENARIO_STEPS_COUNT', { most: mostSteps }, 'steps');
  }
}

/** The first thing that stands against the scenario, and how many there are. */
export class ScenarioNotWorkable extends Refusal {
  constructor(problems: readonly StepProblem[]) {
    const [first] = problems;
    super(first!.code, { step: first!.stepNo, problems: problems.length }, `steps.${first!.stepNo - 1}.${first!.field}`);
  }
}

/** A segment still leads to it. */
export class ScenarioInUse extends Refusal {
  constructor(segment: string) {
    super('SCENARIO_IN_USE', { segment });
  }
}
