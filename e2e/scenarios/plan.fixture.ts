import { Temporal } from '@amiable/kernel';
import { CollectInstalments } from '@amiable/payments';
import type { CastCase } from '@amiable/testing';
import { formToken, type Stage } from '../stage';

/** The debtor on his own pages, as a browser without JavaScript sends them; and the worker's days. */
export function debtorOn(stage: () => Stage, theCase: () => CastCase, slug: () => string) {
  let agent = undefined as unknown as ReturnType<Stage['browser']>;
  const at = (path: string) => `/b/${slug()}${path}`;
  const page = async (path = '/plan') => {
    const answer = await agent.get(at(path));
    return answer.text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
  };
  const post = async (path: string, fields: Record<string, string>) => {
    const form = await agent.get(at('/plan?new=1'));
    const answer = await agent
      .post(at(path))
      .type('form')
      .send({ _csrf: formToken(form.text), ...fields });
    return { status: answer.status, to: answer.headers.location as string | undefined, text: answer.text };
  };
  return {
    page,
    post,
    async enters() {
      agent = stage().browser();
      const door = await agent.get(at(`/p/${theCase().token}`));
      await agent
        .post(at(`/p/${theCase().token}`))
        .type('form')
        .send({ _csrf: formToken(door.text), postcode: theCase().postcode });
    },
    offers: (amount: string, firstOn: string, rhythm = 'monthly') => post('/plan', { amount, firstOn, rhythm }),
    /** Ticks the box on the plan that is shown; answers where the browser is sent. */
    async accepts(method: 'on_file' | 'by_hand') {
      const html = (await agent.get(at('/plan'))).text;
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!;
      return post('/plan/accept', { planId: field('planId'), textHash: field('textHash'), method, agree: 'yes' });
    },
  };
}

/** Fills the provider's form, as a payer; everything that follows happens. */
export async function paysAt(stage: Stage, url: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      method: 'card',
      card_number: '4242 4242 4242 4242',
      expiry: '12/39',
      cvc: '123',
      name: 'A Martin',
      ...fields,
    }),
  });
  if (answer.status !== 303) throw new Error(`the provider's page answered ${answer.status}`);
  await stage.settle();
  return answer.headers.get('location')!;
}

/** A day of the worker as in life: the daily run, then the collection, then what they caused. Answers how many attempts are new. */
export async function dayOfWorker(stage: Stage, day: string): Promise<number> {
  stage.on(day);
  await stage.workerRuns();
  const begun = await stage.worker.get(CollectInstalments).collect(Temporal.PlainDate.from(day));
  await stage.settle();
  return begun;
}
