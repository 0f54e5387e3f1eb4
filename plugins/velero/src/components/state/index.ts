export { Bullets } from './Bullets';
export { FreshnessBanners } from './FreshnessBanners';
export { Loading } from './Loading';
export { Message } from './Message';
export { QueryView } from './QueryView';
export { NothingHere } from './NothingHere';
export { useFailureText } from './useFailureText';
export { useProblemText } from './useProblemText';
