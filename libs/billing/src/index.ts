import './billing.abilities';

export * from './billing.module';
export * from './remittance/mark-remittance-paid-out';
export * from './remittance/order-remittance';
export * from './remittance/remittance.entity';
export * from './remittance/remittance.queries';
export * from './remittance/remittance.rules';
export * from './remittance/remittance.states';
export * from './remittance/write-statements';
