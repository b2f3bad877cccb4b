import { Checkbox, FormDialog, request, useLabels, useNeeded, useToast } from '@amiable/web-kit';
import type { DebtorLanguage } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { ReviseCollectorSkillsDocument, TeamTagsDocument } from './team.documents';
import type { Collector } from './team.page';

const languages: readonly DebtorLanguage[] = ['FR', 'EN', 'DE', 'ES', 'IT', 'NL'];

/** Compétences: in which languages this collector works, and which tagged cases of the shared queue are for him. */
export function SkillsDialog({ collector, onClose }: { collector: Collector; onClose: () => void }) {
  const t = useT();
  const { label } = useLabels();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { tags } = useNeeded(['team-tags'], TeamTagsDocument, {});
  const [spoken, setSpoken] = useState<readonly DebtorLanguage[]>(collector.languages ?? []);
  const [skills, setSkills] = useState<readonly string[]>(collector.skills);
  const offered = [...new Set([...collector.skills, ...tags])].sort((a, b) => a.localeCompare(b));
  return (
    <FormDialog
      title={t('team.skillsOf', { name: collector.name })}
      submit={t('team.saveSkills')}
      onClose={onClose}
      onSubmit={async () => {
        await request(ReviseCollectorSkillsDocument, {
          input: { staff: collector.id!, languages: spoken.length > 0 ? [...spoken] : null, skills: [...skills] },
        });
        await queryClient.invalidateQueries({ queryKey: ['team'] });
        toast({ text: t('team.skillsSaved') });
      }}
    >
      <p className="soft">{t('team.skillsLead')}</p>
      <Choices legend={t('team.languages')} hint={t('team.languagesHint')}>
        {languages.map((language) => (
          <Checkbox
            key={language}
            label={label('DebtorLanguage', language)}
            checked={spoken.includes(language)}
            onChange={(event) => setSpoken(toggled(spoken, language, event.target.checked))}
          />
        ))}
      </Choices>
      <Choices legend={t('team.skillTags')} hint={offered.length > 0 ? t('team.skillTagsHint') : t('team.noTags')}>
        {offered.map((tag) => (
          <Checkbox
            key={tag}
            label={tag}
            checked={skills.includes(tag)}
            onChange={(event) => setSkills(toggled(skills, tag, event.target.checked))}
          />
        ))}
      </Choices>
    </FormDialog>
  );
}

const toggled = <Value,>(values: readonly Value[], value: Value, isIn: boolean) =>
  isIn ? [...values, value] : values.filter((each) => each !== value);

function Choices({ legend, hint, children }: { legend: string; hint: string; children: ReactNode }) {
  return (
    <fieldset className="stack">
      <legend>{legend}</legend>
      <p className="soft">{hint}</p>
      <div className="cluster">{children}</div>
    </fieldset>
  );
}
