export { AchievedRpo } from './AchievedRpo';
export { kindsText } from './kindsText';
export { LossSentence } from './LossSentence';
export { ReasonItem } from './ReasonItem';
export { ReasonList } from './ReasonList';
export { useReasonText } from './useReasonText';
export { useWarningText } from './useWarningText';
export { volumesText } from './volumesText';
