import { Wording } from '../Wording';
import { reasons } from './reasons';
import { restores } from './restores';
import { verdicts } from './verdicts';

export const en: Wording = { restores, verdicts, reasons };
