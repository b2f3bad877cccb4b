import { Card, Input, request } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useT } from '../../i18n/use-t';
import { OpenClientDocument } from '../../client-page.documents';
import { keepClient } from '../../use-client-page';
import { StartFrame } from './start-frame';
import { StepForm } from '../../step-form';

/** A new client begins: who the company is. */
export default function NewClientPage() {
  const t = useT();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <StartFrame title={t('start.new')} lead={t('start.lead')} current="company" done={{}}>
      <Card title={t('start.company')}>
        <StepForm
          submit={t('start.continue')}
          onSubmit={async (values) => {
            const { name, legalName, siren, addressLine, postcode, city, email, phone, settlementIban, settlementHolder } = values;
            const input = { name, legalName, siren, addressLine, postcode, city, email, phone, settlementIban, settlementHolder } as never;
            const { openClient } = await request(OpenClientDocument, { input });
            keepClient(queryClient, openClient);
            await navigate(`/clients/${openClient.id}/start`);
          }}
        >
          <Input label={t('company.name')} name="name" required maxLength={60} autoComplete="off" data-autofocus="" />
          <Input label={t('company.legalName')} hint={t('company.legalNameHint')} name="legalName" maxLength={70} autoComplete="off" />
          <Input
            label={t('company.siren')}
            hint={t('company.sirenHint')}
            name="siren"
            required
            inputMode="numeric"
            maxLength={11}
            autoComplete="off"
          />
          <Input label={t('company.addressLine')} name="addressLine" required maxLength={120} autoComplete="off" />
          <div className="brand-pair">
            <Input label={t('company.postcode')} name="postcode" required maxLength={12} autoComplete="off" />
            <Input label={t('company.city')} name="city" required maxLength={60} autoComplete="off" />
          </div>
          <Input label={t('company.email')} name="email" type="email" required autoComplete="off" />
          <Input label={t('company.phone')} name="phone" type="tel" required autoComplete="off" />
          <Input
            label={t('company.settlementIban')}
            hint={t('company.settlementHint')}
            name="settlementIban"
            spellCheck={false}
            autoComplete="off"
          />
          <Input
            label={t('company.settlementHolder')}
            hint={t('company.holderHint')}
            name="settlementHolder"
            maxLength={70}
            autoComplete="off"
          />
        </StepForm>
      </Card>
    </StartFrame>
  );
}
