import { alsoSpeak, type Catalogues, Panel } from '@amiable/web-kit';
import { type ComponentType, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { useT } from './i18n/use-t';
import { NotFoundPage } from './not-found.page';

const officeWords: Catalogues = { fr: () => import('./i18n/office/fr.json'), en: () => import('./i18n/office/en.json') };
/** A page of the office rather than of the desk: its words come with it, and not with the first case. */
const office = (page: () => Promise<{ default: ComponentType }>) =>
  lazy(async () => {
    const [loaded] = await Promise.all([page(), alsoSpeak(officeWords)]);
    return loaded;
  });

const AlertsPage = lazy(() => import('./features/alert/alerts.page'));
const ConfirmPage = office(() => import('./features/confirm/confirm.page'));
const ScenariosPage = office(() => import('./features/scenario/scenarios.page'));
const DraftPage = office(() => import('./features/scenario/draft.page'));
const SegmentsPage = office(() => import('./features/scenario/segments.page'));
const ApprovalsPage = lazy(() => import('./features/approval/approvals.page'));
const QualityPage = office(() => import('./features/quality/quality.page'));
const MyDayPage = lazy(() => import('./features/case-list/my-day.page'));
const QueuePage = lazy(() => import('./features/case-list/queue.page'));
const CasesPage = lazy(() => import('./features/case-list/cases.page'));
const CasePage = lazy(() => import('./features/case/case.page'));
const ImportsPage = office(() => import('./features/import/imports.page'));
const ImportPage = office(() => import('./features/import/import.page'));
const TeamPage = office(() => import('./features/team/team.page'));
const MovementsPage = office(() => import('./features/movements/movements.page'));
const RemittancesPage = office(() => import('./features/remittance/remittances.page'));
const BrandPage = office(() => import('./features/brand/brand.page'));
const ClientPage = office(() => import('./features/client/client.page'));
const MandatePage = office(() => import('./features/client/mandate.page'));
const ClientStartPage = office(() => import('./features/client-start/client-start.page'));
const NewClientPage = office(() => import('./features/client-start/new-client.page'));
const TemplatesPage = office(() => import('./features/template/templates.page'));
const TemplatePage = office(() => import('./features/template/template.page'));
const ClientsPage = office(() => import('./features/clients/clients.page'));

/** Every address of the console. Each page is its own file, loaded when first opened. */
export function ConsoleRoutes({ pathname }: { pathname: string }) {
  const t = useT();
  return (
    <Panel key={pathname} lines={10} title={t('notFound.failed')}>
      <Routes>
        <Route path="/" element={<MyDayPage />} />
        <Route path="/alerts" element={<AlertsPage />} />
        <Route path="/approvals" element={<ApprovalsPage />} />
        <Route path="/confirm" element={<ConfirmPage />} />
        <Route path="/quality" element={<QualityPage />} />
        <Route path="/queue" element={<QueuePage />} />
        <Route path="/cases" element={<CasesPage />} />
        <Route path="/cases/:caseId" element={<CasePage />} />
        <Route path="/imports" element={<ImportsPage />} />
        <Route path="/imports/:importId" element={<ImportPage />} />
        <Route path="/team" element={<TeamPage />} />
        <Route path="/movements" element={<MovementsPage />} />
        <Route path="/remittances" element={<RemittancesPage />} />
        <Route path="/clients" element={<ClientsPage />} />
        <Route path="/clients/new" element={<NewClientPage />} />
        <Route path="/clients/:clientId" element={<ClientPage />} />
        <Route path="/clients/:clientId/mandate" element={<MandatePage />} />
        <Route path="/clients/:clientId/scenarios" element={<ScenariosPage />} />
        <Route path="/clients/:clientId/scenarios/:scenarioId" element={<DraftPage />} />
        <Route path="/clients/:clientId/segments" element={<SegmentsPage />} />
        <Route path="/clients/:clientId/templates" element={<TemplatesPage />} />
        <Route path="/clients/:clientId/templates/:template" element={<TemplatePage />} />
        <Route path="/clients/:clientId/start" element={<ClientStartPage />} />
        <Route path="/brands/:brandId" element={<BrandPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Panel>
  );
}
