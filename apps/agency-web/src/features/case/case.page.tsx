import { DetailPage, useSettings, useShortcuts } from '@amiable/web-kit';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useT } from '../../i18n/use-t';
import { type CaseAct, useActs } from './case-acts';
import { CaseActsColumn } from './case-acts-column';
import { CaseDialog } from './case-dialogs';
import { CaseFacts } from './case-facts';
import { CaseHead } from './case-head';
import { CaseTimeline } from './case-timeline';
import { useMay } from '../../me';
import { useCase, useDoneAndNext } from './use-case';
import { useNews } from './use-news';
import { usePresence } from './use-presence';

/** Dossier: who owes what (left), the whole story (middle), what to do now (right). */
export default function CasePage() {
  const t = useT();
  const navigate = useNavigate();
  const caseId = useParams().caseId!;
  const theCase = useCase(caseId);
  const acts = useActs(theCase);
  const doneAndNext = useDoneAndNext(caseId);
  const worksQueue = useMay()('work:Queue');
  const { letterKeys } = useSettings();
  const [open, setOpen] = useState<CaseAct | null>(null);
  const fresh = useNews(theCase);
  const colleagues = usePresence(caseId, open !== null);
  const back = () => void (window.history.state?.idx > 0 ? navigate(-1) : navigate(worksQueue ? '/queue' : '/cases'));

  useShortcuts([
    ...acts.flatMap((act) =>
      act.keys ? [{ keys: act.keys, label: act.label, run: () => act.refusal === null && setOpen(act.name) }] : [],
    ),
    ...(worksQueue ? [{ keys: 'e', label: t('case.doneAndNext'), run: () => void doneAndNext() }] : []),
    { keys: 'Escape', label: t('keys.back'), run: back },
  ]);
  return (
    <div key={caseId} data-letter-keys={letterKeys || undefined}>
      <DetailPage
        head={<CaseHead theCase={theCase} colleagues={colleagues} onBack={back} onDone={worksQueue ? () => void doneAndNext() : null} />}
        facts={<CaseFacts theCase={theCase} />}
        acts={<CaseActsColumn theCase={theCase} acts={acts} onAct={setOpen} />}
      >
        <CaseTimeline theCase={theCase} fresh={fresh} />
      </DetailPage>
      {open && (
        <CaseDialog
          act={open}
          theCase={theCase}
          colleagues={colleagues}
          onClose={() => setOpen(null)}
          onNext={worksQueue ? () => void doneAndNext() : null}
          onAct={setOpen}
        />
      )}
    </div>
  );
}
