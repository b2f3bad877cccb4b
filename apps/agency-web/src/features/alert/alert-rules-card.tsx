import { Button, Card, Checkbox, Input, request, useErrorSentence, useLabels, useNeeded, useToast } from '@amiable/web-kit';
import type { AlertRulesQuery } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AlertRulesDocument, ReviseAlertRuleDocument } from '../../alert.documents';
import { useT } from '../../i18n/use-t';

type Rule = AlertRulesQuery['alertRules'][number];
const key = ['alertRules'] as const;

/** What the house wants to be told of, with the threshold of each; it counts from the next daily run on. */
export function AlertRulesCard() {
  const t = useT();
  const { alertRules } = useNeeded(key, AlertRulesDocument, {});
  return (
    <Card title={t('alerts.rules')}>
      <p className="soft">{t('alerts.rulesLead')}</p>
      <ul className="alert-rules">
        {alertRules.map((rule) => (
          <RuleRow key={rule.kind} rule={rule} />
        ))}
      </ul>
    </Card>
  );
}

function RuleRow({ rule }: { rule: Rule }) {
  const t = useT();
  const { label } = useLabels();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const [threshold, setThreshold] = useState(String(rule.threshold));
  const set = ({ enabled = rule.enabled, byMail = rule.byMail }) =>
    request(ReviseAlertRuleDocument, { input: { kind: rule.kind, enabled, byMail, threshold: Number(threshold) } })
      .then(({ reviseAlertRule }) => {
        queryClient.setQueryData(key, { alertRules: reviseAlertRule });
        toast({ text: t('alerts.ruleDone') });
      })
      .catch((error: unknown) => toast({ text: sentence(error) }));
  return (
    <li>
      <Checkbox
        label={label('AlertKind', rule.kind)}
        checked={rule.enabled}
        onChange={(event) => void set({ enabled: event.target.checked })}
      />
      <Checkbox
        label={t('alerts.byMail')}
        aria-label={`${t('alerts.byMail')}, ${label('AlertKind', rule.kind)}`}
        checked={rule.byMail}
        onChange={(event) => void set({ byMail: event.target.checked })}
      />
      <form
        className="cluster"
        onSubmit={(event) => {
          event.preventDefault();
          void set({});
        }}
      >
        <Input
          label={label('ThresholdUnit', rule.unit)}
          aria-label={`${label('AlertKind', rule.kind)}, ${label('ThresholdUnit', rule.unit)}`}
          type="number"
          min={rule.unit === 'PERCENT' ? 1 : 0}
          max={rule.unit === 'PERCENT' ? 99 : 100_000_000}
          required
          value={threshold}
          onChange={(event) => setThreshold(event.target.value)}
        />
        {threshold !== String(rule.threshold) && <Button type="submit">{t('alerts.saveRule')}</Button>}
      </form>
    </li>
  );
}
