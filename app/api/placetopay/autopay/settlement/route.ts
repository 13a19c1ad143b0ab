import { answerSettlement } from '@/lib/use-cases/answer-autopay';
import { contractRoute } from '@/lib/use-cases/contract-route';

/** AutoPay tells of an approved charge. https://docs.placetopay.dev/autopay/contracts/settlement */
export const POST = contractRoute('settlement', answerSettlement);
