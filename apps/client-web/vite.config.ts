import { webApp } from '../../libs/web-kit/vite.mjs';

export default webApp({ app: 'client-web', base: '/client/', schema: 'client.graphql' });
