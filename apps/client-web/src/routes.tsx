import { Panel } from '@amiable/web-kit';
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from './not-found.page';

const HomePage = lazy(() => import('./features/home/home.page'));
const CasesPage = lazy(() => import('./features/case-list/cases.page'));
const CasePage = lazy(() => import('./features/case/case.page'));
const MovementsPage = lazy(() => import('./features/movements/movements.page'));
const BrandPage = lazy(() => import('./features/brand/brand.page'));
const RemittancesPage = lazy(() => import('./features/remittances/remittances.page'));
const RemittancePage = lazy(() => import('./features/remittances/remittance.page'));

/** Every address of the portal. Each page is its own file, loaded when first opened. */
export function PortalRoutes({ pathname }: { pathname: string }) {
  return (
    <Panel key={pathname} lines={10}>
      <Routes>
        <Route path="/" element={<HomePage />} />
        <Route path="/cases" element={<CasesPage />} />
        <Route path="/cases/:caseId" element={<CasePage />} />
        <Route path="/movements" element={<MovementsPage />} />
        <Route path="/remittances" element={<RemittancesPage />} />
        <Route path="/remittances/:remittanceId" element={<RemittancePage />} />
        <Route path="/brand" element={<BrandPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Panel>
  );
}
