import { Wording } from '../Wording';
import { reasons } from './reasons';
import { restores } from './restores';
import { verdicts } from './verdicts';

export const ptBr: Wording = { restores, verdicts, reasons };
