import { webApp } from '../../libs/web-kit/vite.mjs';

export default webApp({ app: 'agency-web', base: '/agency/', schema: 'agency.graphql' });
