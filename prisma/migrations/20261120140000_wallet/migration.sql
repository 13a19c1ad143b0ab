-- AlterTable
ALTER TABLE "CardToken" ADD COLUMN     "invalidationTries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "isDefault" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "leaseUntil" TIMESTAMPTZ(3),
ADD COLUMN     "nextAt" TIMESTAMPTZ(3),
ADD COLUMN     "nickname" TEXT;

-- AlterTable
ALTER TABLE "CheckoutSession" ADD COLUMN     "chargedCardId" TEXT,
ADD COLUMN     "installments" INTEGER;

-- CreateIndex
CREATE INDEX "CardToken_nextAt_idx" ON "CardToken"("nextAt");

-- CreateIndex
CREATE INDEX "CheckoutSession_chargedCardId_idx" ON "CheckoutSession"("chargedCardId");

-- AddForeignKey
ALTER TABLE "CheckoutSession" ADD CONSTRAINT "CheckoutSession_chargedCardId_fkey" FOREIGN KEY ("chargedCardId") REFERENCES "CardToken"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What follows is written by hand: the rules that must survive a mistake in the code.

ALTER TABLE "CardToken"
  ADD CONSTRAINT "CardToken_nickname_length" CHECK (length("nickname") BETWEEN 1 AND 40),
  ADD CONSTRAINT "CardToken_default_is_usable" CHECK (NOT "isDefault" OR "state" = 'ACTIVE'),
  -- What is being given up is looked after until the gateway confirms it.
  ADD CONSTRAINT "CardToken_given_up_is_watched" CHECK (("state" = 'INVALIDATING') = ("nextAt" IS NOT NULL));

-- One card of each owner is taken first.
CREATE UNIQUE INDEX "CardToken_one_default_per_owner" ON "CardToken" ("environment", "userId") WHERE "isDefault";

ALTER TABLE "CheckoutSession"
  ADD CONSTRAINT "CheckoutSession_installments_bounds" CHECK ("installments" IS NULL
    OR ("installments" BETWEEN 1 AND 99 AND "chargedCardId" IS NOT NULL));

-- A card stays its owner's, and once it was given up it never comes back (I14, I16).
CREATE FUNCTION keep_card() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."userId", NEW."environment", NEW."fingerprint", NEW."sessionId")
     IS DISTINCT FROM (OLD."id", OLD."userId", OLD."environment", OLD."fingerprint", OLD."sessionId") THEN
    RAISE EXCEPTION 'Card % stays as it was kept', OLD."id" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (OLD."state" = 'INVALID' AND NEW."state" <> 'INVALID') OR (OLD."state" = 'INVALIDATING' AND NEW."state" = 'ACTIVE') THEN
    RAISE EXCEPTION 'Card % was given up', OLD."id" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept_card BEFORE UPDATE ON "CardToken" FOR EACH ROW EXECUTE FUNCTION keep_card();
CREATE TRIGGER kept BEFORE DELETE ON "CardToken" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A charge is made with a usable card of the order's own owner, and stays with that card (I14, I16).
CREATE FUNCTION check_charged_card() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW."chargedCardId", NEW."installments") IS DISTINCT FROM (OLD."chargedCardId", OLD."installments") THEN
      RAISE EXCEPTION 'The card of session % is frozen', OLD."reference" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW."chargedCardId" IS NULL OR NEW."status" <> 'SENT' OR OLD."status" = 'SENT' THEN
      RETURN NEW;
    END IF;
  ELSIF NEW."chargedCardId" IS NULL THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM "CardToken" card JOIN "Order" placed ON placed."id" = NEW."orderId"
    WHERE card."id" = NEW."chargedCardId" AND card."state" = 'ACTIVE' AND card."userId" = placed."userId"
      AND card."environment" = NEW."environment";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Session % would charge a card that is not to be charged', NEW."reference" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER charged_card BEFORE INSERT OR UPDATE ON "CheckoutSession" FOR EACH ROW EXECUTE FUNCTION check_charged_card();
