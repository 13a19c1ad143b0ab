-- Written by hand: a kept card pays by a flow like any other, at once or by a hold.

-- What was charged to a kept card until now was paid at once. The way to pay is frozen otherwise.
ALTER TABLE "CheckoutSession" DISABLE TRIGGER frozen_kind;
UPDATE "CheckoutSession" SET "flow" = 'basic' WHERE "flow" = 'saved-card';
ALTER TABLE "CheckoutSession" ENABLE TRIGGER frozen_kind;

-- A kept card is charged or held. Keeping one needs its payer on a page.
ALTER TABLE "CheckoutSession"
  ADD CONSTRAINT "CheckoutSession_kept_card_takes_money" CHECK ("chargedCardId" IS NULL OR "kind" <> 'TOKEN');
