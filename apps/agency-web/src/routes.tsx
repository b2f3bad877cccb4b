import { Panel } from '@amiable/web-kit';
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { useT } from './i18n/use-t';
import { NotFoundPage } from './not-found.page';

const AlertsPage = lazy(() => import('./features/alert/alerts.page'));
const ConfirmPage = lazy(() => import('./features/confirm/confirm.page'));
const ScenariosPage = lazy(() => import('./features/scenario/scenarios.page'));
const DraftPage = lazy(() => import('./features/scenario/draft.page'));
const SegmentsPage = lazy(() => import('./features/scenario/segments.page'));
const ApprovalsPage = lazy(() => import('./features/approval/approvals.page'));
const QualityPage = lazy(() => import('./features/quality/quality.page'));
const MyDayPage = lazy(() => import('./features/case-list/my-day.page'));
const QueuePage = lazy(() => import('./features/case-list/queue.page'));
const CasesPage = lazy(() => import('./features/case-list/cases.page'));
const CasePage = lazy(() => import('./features/case/case.page'));
const ImportsPage = lazy(() => import('./features/import/imports.page'));
const ImportPage = lazy(() => import('./features/import/import.page'));
const TeamPage = lazy(() => import('./features/team/team.page'));
const MovementsPage = lazy(() => import('./features/movements/movements.page'));
const RemittancesPage = lazy(() => import('./features/remittance/remittances.page'));
const BrandPage = lazy(() => import('./features/brand/brand.page'));
const ClientPage = lazy(() => import('./features/client/client.page'));
const MandatePage = lazy(() => import('./features/client/mandate.page'));
const ClientStartPage = lazy(() => import('./features/client-start/client-start.page'));
const NewClientPage = lazy(() => import('./features/client-start/new-client.page'));
const TemplatesPage = lazy(() => import('./features/template/templates.page'));
const TemplatePage = lazy(() => import('./features/template/template.page'));
const ClientsPage = lazy(() => import('./features/clients/clients.page'));

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
