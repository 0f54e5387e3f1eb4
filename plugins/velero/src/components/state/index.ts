export { Bullets } from './Bullets';
export { FreshnessBanners } from './FreshnessBanners';
export { Message } from './Message';
export { QueryView } from './QueryView';
export { NothingHere } from './NothingHere';
