export { demoPassword } from './agency';
export { demoLogins, type DemoLogin } from './demo-logins';
export { DatabaseNotEmpty, loadDemo, type DemoWish } from './load-demo';
