import { type Catalogues, configureRequests, createQueryClient, I18nProvider, meKey, startSettings, ToastProvider } from '@amiable/web-kit';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app';
import { config } from './config';
import './console.css';

const queryClient = createQueryClient();
const catalogues: Catalogues = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

startSettings();
configureRequests({ url: config.endpoint, client: config.client, onSessionOver: () => queryClient.setQueryData(meKey, { me: null }) });

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={queryClient}>
    <I18nProvider catalogues={catalogues} title={config.name}>
      <ToastProvider>
        <BrowserRouter basename={config.base}>
          <App />
        </BrowserRouter>
      </ToastProvider>
    </I18nProvider>
  </QueryClientProvider>,
);
