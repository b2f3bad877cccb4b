import type { Instrument, Payer } from '../objects/instrument';
import type { StoredSession } from '../objects/checkout-session';
import { newCustomer } from '../objects/customer';
import { customerDetails } from '../objects/checkout-session';
import { newPaymentMethod } from '../objects/payment-method';
import { newSetupIntent, type StoredSetup } from '../objects/setup-intent';
import type { Simulation } from '../simulation';

/** Attaches the method to the session's customer, who comes into being here, so that it can be charged again. */
export function keepMethod(sim: Simulation, session: StoredSession, methodId: string, instrument: Instrument, payer: Payer): void {
  if (!session.customer) {
    const customer = sim.store.customers.add(
      newCustomer({ email: payer.email ?? undefined, name: payer.name ?? undefined, created: sim.now() }),
    );
    session.customer = customer.id;
    sim.emit('customer.created', customer);
  }
  const method = sim.store.paymentMethods.get(methodId);
  if (!method) return;
  method.customer = session.customer;
  sim.store.keptMethods.set(methodId, { instrument, payer });
  sim.emit('payment_method.attached', method);
}

/** The payer has pressed "save" on a page that takes no payment. A card the bank refuses at once is not kept. */
export function submitSetup(sim: Simulation, session: StoredSession, instrument: Instrument, payer: Payer): 'kept' | 'refused' | 'closed' {
  if (session.status !== 'open') return 'closed';
  if (instrument.type === 'card' && instrument.decline) return 'refused';
  const method = sim.store.paymentMethods.add(newPaymentMethod(instrument, payer, sim.now()));
  keepMethod(sim, session, method.id, instrument, payer);
  const side = sim.store.sessionSides.get(session.id);
  const setup: StoredSetup = sim.store.setups.add(
    newSetupIntent({
      customer: session.customer,
      method,
      metadata: side?.intentMetadata ?? {},
      allowedTypes: session.allowed_payment_method_types,
      created: sim.now(),
    }),
  );
  session.setup_intent = setup.id;
  session.status = 'complete';
  session.url = null;
  session.customer_details = customerDetails(payer.email ?? session.customer_email, payer.name);
  sim.emit('setup_intent.succeeded', setup);
  sim.emit('checkout.session.completed', session);
  return 'kept';
}
