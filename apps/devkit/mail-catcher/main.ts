import { startMailCatcher } from './mail-catcher';

async function main(): Promise<void> {
  const { SMTP_PORT = '1025', MAIL_PORT = '3002', DATA_DIR } = process.env;
  if (!DATA_DIR) throw new Error('DATA_DIR is not set: the folder to keep the mails in');
  const catcher = await startMailCatcher({ smtpPort: Number(SMTP_PORT), webPort: Number(MAIL_PORT), dataDir: DATA_DIR });
  console.log(`Mail catcher: SMTP on ${catcher.smtpPort}, inbox on http://localhost:${catcher.webPort}/`);
  const stop = () => void catcher.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
