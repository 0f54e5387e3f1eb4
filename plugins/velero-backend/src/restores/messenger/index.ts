export { Messenger, requestLink } from './Messenger';
