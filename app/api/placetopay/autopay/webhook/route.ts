import { answerWebhook } from '@/lib/use-cases/answer-autopay';
import { contractRoute } from '@/lib/use-cases/contract-route';

/** AutoPay tells that something happened to an agreement. https://docs.placetopay.dev/autopay/contracts/webhook */
export const POST = contractRoute('webhook', answerWebhook);
