import { newIdempotencyKey, request, type TypedDocument, useNeeded } from '@amiable/web-kit';
import type { TemplateEditorFieldsFragment, TemplateInput, TemplateTextFieldsFragment, TemplateTrialQuery } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import {
  ActivateTemplateDocument,
  RestoreTemplateDocument,
  TemplateDocument,
  WithdrawTemplateDocument,
  WriteTemplateDocument,
} from './template.documents';

export type Editor = TemplateEditorFieldsFragment;
export type Version = Editor['versions'][number];
export type Words = TemplateTextFieldsFragment;
export type Fault = TemplateTrialQuery['templateTrial']['faults'][number];
export type Slot = Required<TemplateInput>;

export const wordFields = ['subject', 'preheader', 'title', 'body'] as const satisfies ReadonlyArray<keyof Words>;
export type WordField = (typeof wordFields)[number];
export const sameWords = (a: Words, b: Words): boolean => wordFields.every((field) => a[field] === b[field]);

type OnVersion<Name extends string> = TypedDocument<Record<Name, Editor>, { input: { templateId: string; idempotencyKey: string } }>;

/** One kind of message and what one can do to its words; every answer takes the place of what was read. */
export function useTemplate(slot: Slot) {
  const queryClient = useQueryClient();
  const key = ['template', slot];
  const { template } = useNeeded(key, TemplateDocument, { input: slot });
  const keep = (answer: Editor) => {
    queryClient.setQueryData(key, { template: answer });
    void queryClient.invalidateQueries({ queryKey: ['templates', slot.clientId] });
  };
  const act =
    <Name extends string>(document: OnVersion<Name>, name: Name) =>
    async (templateId: string, idempotencyKey: string = newIdempotencyKey()) =>
      keep((await request(document, { input: { templateId, idempotencyKey } }))[name]);
  return {
    editor: template,
    /** Answers the words as they were kept. */
    write: async ({ subject, preheader, title, body }: Words, idempotencyKey: string): Promise<Words> => {
      const input = { ...slot, text: { subject, preheader, title, body }, after: template.newest, idempotencyKey };
      const { writeTemplate } = await request(WriteTemplateDocument, { input });
      keep(writeTemplate);
      return writeTemplate.versions[0]!.text;
    },
    activate: act(ActivateTemplateDocument, 'activateTemplate'),
    restore: act(RestoreTemplateDocument, 'restoreTemplate'),
    withdraw: act(WithdrawTemplateDocument, 'withdrawTemplate'),
  };
}

export const draftOf = ({ versions }: Editor): Version | null => versions.find(({ state }) => state === 'DRAFT') ?? null;
export const activeOf = ({ versions }: Editor): Version | null => versions.find(({ state }) => state === 'ACTIVE') ?? null;
