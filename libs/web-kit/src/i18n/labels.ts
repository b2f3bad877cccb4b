import type { Facts } from './fill';
import { useWords } from './i18n';

/** `enum.<Name>.<VALUE>`: a label for every value of the schemas; the check compares them with the SDL. */
export type EnumName =
  | 'StaffRole'
  | 'ClientRole'
  | 'DebtorLanguage'
  | 'Hat'
  | 'CaseState'
  | 'CaseStage'
  | 'CloseReason'
  | 'StopReason'
  | 'Channel'
  | 'StepChannel'
  | 'StepMode'
  | 'StepTemplate'
  | 'ScenarioState'
  | 'ExperimentArm'
  | 'ExperimentVerdict'
  | 'DebtorKind'
  | 'PayerGrade'
  | 'ContactRole'
  | 'MeansKind'
  | 'MeansValidity'
  | 'MeansConsent'
  | 'DataGap'
  | 'TwinReason'
  | 'PromiseState'
  | 'PlanState'
  | 'PlanFrequency'
  | 'PlanRounding'
  | 'PlanApprover'
  | 'ApprovalKind'
  | 'ReviewVerdict'
  | 'ApprovalState'
  | 'PlanClause'
  | 'AlertKind'
  | 'CaseOccasion'
  | 'LimitStanding'
  | 'ThresholdUnit'
  | 'RefundState'
  | 'InstalmentState'
  | 'DisputeState'
  | 'DisputeReason'
  | 'AnswerKind'
  | 'AnswerState'
  | 'AnswerOutcome'
  | 'CallOutcome'
  | 'EvidenceKind'
  | 'InvoiceState'
  | 'ActorKind'
  | 'PresenceState'
  | 'SnoozeReason'
  | 'ImportMode'
  | 'ImportState'
  | 'RemittanceState'
  | 'PaymentMethod'
  | 'MovementKind'
  | 'SearchMatch'
  | 'BulkActKind'
  | 'Settlement'
  | 'RemittanceMode'
  | 'ScenarioKind'
  | 'UserAccess'
  | 'WrittenChannel'
  | 'TemplateKey'
  | 'TemplateState'
  | 'TemplateTone'
  | 'TemplateField';
export type FamilyName =
  | 'alert'
  | 'payer'
  | 'timeline'
  | 'refusal'
  | 'queue'
  | 'waiting'
  | 'document'
  | 'lint'
  | 'settle'
  | 'settleEffect'
  | 'templateField'
  | 'templatePart';

export function useLabels() {
  const { t, has } = useWords();
  return {
    label: (name: EnumName, value: string) => {
      const key = `enum.${name}.${value.toUpperCase()}`;
      return has(key) ? t(key) : value;
    },
    /** The sentence of a code that the server gave; undefined when this version does not know it. */
    ofFamily: (family: FamilyName, code: string, facts?: Facts) => {
      const key = `${family}.${code}`;
      return has(key) || has(`${key}_other`) ? t(key, facts) : undefined;
    },
  };
}
export type Labels = ReturnType<typeof useLabels>;
