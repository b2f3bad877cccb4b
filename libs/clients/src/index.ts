import './client/client.abilities';

export * from './brand/brand.entity';
export * from './brand/brand.queries';
export * from './brand/brand-theme.rules';
export * from './client/client.entity';
export * from './client/open-client';
export * from './clients.module';
export * from './mandate/fee-tiers.rules';
export * from './mandate/mandate.entity';
export * from './transfer/epc-qr';
export * from './transfer/epc-qr.rules';
export * from './transfer/rf-reference.rules';
