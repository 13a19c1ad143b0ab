import { answerBalance } from '@/lib/use-cases/answer-autopay';
import { contractRoute } from '@/lib/use-cases/contract-route';

/** AutoPay asks how much to charge. https://docs.placetopay.dev/autopay/contracts/balance */
export const POST = contractRoute('balance', answerBalance);
