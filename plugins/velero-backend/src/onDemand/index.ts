export { createOnDemandRoutes } from './routes';
