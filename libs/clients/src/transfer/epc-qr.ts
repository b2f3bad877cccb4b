import { create, toString } from 'qrcode';
import { type CreditTransfer, epcLimits, epcPayload, NotAnEpcTransfer } from './epc-qr.rules';
import { qrPng } from './qr-png';

/** The EPC QR code of a transfer as SVG text for a web page: black on white with its quiet zone, no size, no style. Throws NotAnEpcTransfer. */
export async function epcQrSvg(transfer: CreditTransfer): Promise<string> {
  const svg = await toString(checked(transfer), { type: 'svg', ...drawing });
  return svg.trim().replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
}

/** The same as a PNG data URI for letters and receipts. Throws NotAnEpcTransfer. */
export async function epcQrDataUri(transfer: CreditTransfer): Promise<string> {
  return dataUri(checked(transfer), drawing.margin, 8);
}

/** The QR code of an address of ours, as a PNG data URI for letters; never a secret: what it opens asks for the code on the paper. */
export async function addressQrDataUri(address: string): Promise<string> {
  return dataUri(address, 2, 6);
}

function dataUri(text: string, margin: number, scale: number): string {
  const { modules } = create(text, { errorCorrectionLevel: epcLimits.errorCorrectionLevel });
  return `data:image/png;base64,${qrPng(modules, { scale, margin }).toString('base64')}`;
}

const drawing = { errorCorrectionLevel: epcLimits.errorCorrectionLevel, margin: 4 } as const;

function checked(transfer: CreditTransfer): string {
  const payload = epcPayload(transfer);
  const { version } = create(payload, drawing);
  if (version > epcLimits.maxVersion) throw new NotAnEpcTransfer('payload', `QR version ${version}, at most ${epcLimits.maxVersion}`);
  return payload;
}
