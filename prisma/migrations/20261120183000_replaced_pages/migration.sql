-- Which order took an attempt's place while its payment page was open, and how often its closing was tried for that.
ALTER TABLE "CheckoutSession" ADD COLUMN "replacedById" TEXT;
ALTER TABLE "CheckoutSession" ADD COLUMN "closeTries" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "CheckoutSession_replacedById_idx" ON "CheckoutSession"("replacedById");
ALTER TABLE "CheckoutSession" ADD CONSTRAINT "CheckoutSession_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;
