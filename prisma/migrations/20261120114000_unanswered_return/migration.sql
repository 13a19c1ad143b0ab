-- AlterTable
ALTER TABLE "CheckoutSession" ADD COLUMN "returnedUnansweredAt" TIMESTAMPTZ(3);
