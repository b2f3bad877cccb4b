/** What the list shows of a mail; the whole mail is read again from its file. */
export interface MailSummary {
  id: string;
  receivedAt: string;
  /** The envelope: who it was really sent to, whatever the headers say. */
  sender: string;
  recipients: string[];
  from: string;
  to: string;
  subject: string;
  size: number;
  attachments: number;
}

export interface MailAttachment {
  filename: string;
  mimeType: string;
  size: number;
  contentId?: string;
  content: Uint8Array;
}

export interface WholeMail extends MailSummary {
  text?: string;
  html?: string;
  headers: { name: string; value: string }[];
  parts: MailAttachment[];
}
