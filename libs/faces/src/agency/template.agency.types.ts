import { type DebtorLanguage, DebtorLanguageEnum } from '@amiable/identity';
import type { TextField } from '@amiable/outreach';
import { InstantScalar } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Hat, TemplateField, TemplateKey, TemplateState, TemplateTone, type WordOf, WrittenChannel } from './case.agency.enums';

@ObjectType({ description: 'The words of a kind of message, in Liquid; see docs of the editor for parts and fields.' })
export class TemplateText {
  @Field(() => String) subject: string;
  @Field(() => String) preheader: string;
  @Field(() => String) title: string;
  @Field(() => String) body: string;
}

@ObjectType({ description: 'A kind of message for which a client has words of its own, or a draft of them.' })
export class OwnTemplate {
  @Field(() => ID, { nullable: true, description: 'Null: for all brands that have none of their own.' }) brandId: string | null;
  @Field(() => TemplateKey) template: WordOf<typeof TemplateKey>;
  @Field(() => DebtorLanguageEnum) language: DebtorLanguage;
  @Field(() => Hat) hat: WordOf<typeof Hat>;
  @Field(() => Int, { nullable: true, description: 'In service; null while the standard words are.' }) activeVersion: number | null;
  @Field(() => Int, { nullable: true, description: 'Written, not in service.' }) draftVersion: number | null;
  @Field(() => InstantScalar) changedAt: string;
  @Field(() => String) changedBy: string;
}

@ObjectType()
export class TemplateKind {
  @Field(() => TemplateKey) template: WordOf<typeof TemplateKey>;
  @Field(() => TemplateTone) tone: WordOf<typeof TemplateTone>;
}

@ObjectType()
export class TemplateBrand {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType({ description: 'The templates of one client: what it has of its own; all else is written with the standard words.' })
export class TemplateDesk {
  @Field(() => ID) clientId: string;
  @Field(() => String) clientName: string;
  @Field(() => [TemplateBrand]) brands: TemplateBrand[];
  @Field(() => Hat, { description: 'That of the newest mandate.' }) hat: WordOf<typeof Hat>;
  @Field(() => [TemplateKind], { description: 'Every kind of message, in the order of a case.' }) kinds: TemplateKind[];
  @Field(() => [OwnTemplate]) own: OwnTemplate[];
}

@ObjectType({ description: 'One version: its words and who wrote them never change.' })
export class TemplateVersion {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => TemplateState) state: WordOf<typeof TemplateState>;
  @Field(() => TemplateText) text: TemplateText;
  @Field(() => Int, { nullable: true }) restoredFrom: number | null;
  @Field(() => String) writtenBy: string;
  @Field(() => InstantScalar) writtenAt: string;
  @Field(() => String, { nullable: true }) activatedBy: string | null;
  @Field(() => InstantScalar, { nullable: true }) activatedAt: string | null;
  @Field(() => String, { nullable: true }) retiredBy: string | null;
  @Field(() => InstantScalar, { nullable: true }) retiredAt: string | null;
  @Field(() => Int, { description: 'E-mails and letters that left with it.' }) sent: number;
}

@ObjectType({ description: 'A field that can be inserted.' })
export class TemplateFieldOffered {
  @Field(() => String) name: string;
  @Field(() => String) insert: string;
  @Field(() => Boolean, { description: 'Not every case has it: it is inserted with its question.' }) isOptional: boolean;
}

@ObjectType({ description: 'A part that is laid out by us, a paragraph of its own.' })
export class TemplatePartOffered {
  @Field(() => String) name: string;
  @Field(() => Boolean, { description: 'This kind of message must carry it.' }) isNeeded: boolean;
}

@ObjectType({ description: 'One kind of message opened for writing.' })
export class TemplateEditor {
  @Field(() => ID) clientId: string;
  @Field(() => String) clientName: string;
  @Field(() => TemplateBrand, { nullable: true }) brand: TemplateBrand | null;
  @Field(() => TemplateKey) template: WordOf<typeof TemplateKey>;
  @Field(() => DebtorLanguageEnum) language: DebtorLanguage;
  @Field(() => Hat) hat: WordOf<typeof Hat>;
  @Field(() => TemplateTone) tone: WordOf<typeof TemplateTone>;
  @Field(() => Boolean, { description: 'The legal check reads this language; otherwise a person does.' }) isJudged: boolean;
  @Field(() => TemplateText, { description: 'What is sent without words of its own: the standard ones, or those for all brands.' })
  standard: TemplateText;
  @Field(() => Int, { description: 'Number of the newest version; 0 for none.' }) newest: number;
  @Field(() => [TemplateVersion], { description: 'The newest first, thirty at most.' }) versions: TemplateVersion[];
  @Field(() => [TemplateFieldOffered]) fields: TemplateFieldOffered[];
  @Field(() => [TemplatePartOffered]) parts: TemplatePartOffered[];
}

@ObjectType({ description: 'Characters of the field and what takes their place.' })
export class TemplateMend {
  @Field(() => Int) from: number;
  @Field(() => Int) to: number;
  @Field(() => String) offer: string;
}

@ObjectType({ description: 'What is wrong with the words, where it stands, and what to write instead.' })
export class TemplateFault {
  @Field(() => String, { description: 'TEMPLATE_… or a code of the legal lint.' }) code: string;
  @Field(() => String, { nullable: true }) article: string | null;
  @Field(() => TemplateField) field: TextField;
  @Field(() => Int, { description: 'Line of the field, from 1.' }) line: number;
  @Field(() => String) words: string;
  @Field(() => Boolean, { description: 'Keeps the words from being saved.' }) refuses: boolean;
  @Field(() => TemplateMend, { nullable: true }) mend: TemplateMend | null;
}

@ObjectType({ description: 'Words tried on a case: what is wrong with them, and the message as it would leave.' })
export class TemplateTrial {
  @Field(() => [TemplateFault]) faults: TemplateFault[];
  @Field(() => String, { nullable: true, description: 'Why there is no message to show.' }) refusal: string | null;
  @Field(() => String, { nullable: true }) subject: string | null;
  @Field(() => String) html: string;
  @Field(() => String, { nullable: true, description: 'The plain text of an e-mail.' }) plainText: string | null;
}

@InputType()
export class TemplateTextInput {
  @Field(() => String) subject: string;
  @Field(() => String) preheader: string;
  @Field(() => String) title: string;
  @Field(() => String) body: string;
}

@InputType({ isAbstract: true })
abstract class TemplateSlotInput {
  @Field(() => ID) clientId: string;
  @Field(() => ID, { nullable: true, description: 'Null: for all brands that have none of their own.' }) brandId?: string | null;
  @Field(() => TemplateKey) template: WordOf<typeof TemplateKey>;
  @Field(() => DebtorLanguageEnum) language: DebtorLanguage;
  @Field(() => Hat) hat: WordOf<typeof Hat>;
}

@InputType()
export class TemplateInput extends TemplateSlotInput {}

@InputType()
export class TemplateTrialInput extends TemplateSlotInput {
  @Field(() => TemplateTextInput) text: TemplateTextInput;
  @Field(() => WrittenChannel) channel: WordOf<typeof WrittenChannel>;
  @Field(() => String, { nullable: true, description: 'Of a case of the client; null: a case that is made up.' })
  caseReference?: string | null;
}

@InputType()
export class WriteTemplateInput extends TemplateSlotInput {
  @Field(() => TemplateTextInput) text: TemplateTextInput;
  @Field(() => Int, { description: 'The newest version on screen; 0 for none.' }) after: number;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class TemplateVersionInput {
  @Field(() => ID) templateId: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class SendTemplateTestInput {
  @Field(() => ID) templateId: string;
  @Field(() => WrittenChannel) channel: WordOf<typeof WrittenChannel>;
  @Field(() => String, { nullable: true }) caseReference?: string | null;
  @Field(() => String) idempotencyKey: string;
}
