-- AlterTable
ALTER TABLE "Order" ADD COLUMN "acceptedMinor" BIGINT, ADD COLUMN "agreedMinor" BIGINT;

-- AlterTable
ALTER TABLE "CheckoutSession" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'SALE', ADD COLUMN "terms" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "GatewayTransaction"
  ADD COLUMN "parentReference" TEXT,
  ADD COLUMN "step" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "agreement" TEXT,
  ADD COLUMN "agreementType" TEXT,
  ADD COLUMN "discountCode" TEXT,
  ADD COLUMN "discountType" TEXT,
  ADD COLUMN "discountMinor" BIGINT;

-- AlterTable
ALTER TABLE "Inbox" ADD COLUMN "detail" JSONB;

-- AlterTable
ALTER TABLE "GatewayCall" ADD COLUMN "operationId" TEXT;

-- CreateTable
CREATE TABLE "Operation" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "targetReference" TEXT NOT NULL,
    "sentReference" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "amountMinor" BIGINT,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PREPARED',
    "idemKey" TEXT NOT NULL,
    "reason" TEXT,
    "message" TEXT,
    "actor" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),
    "resolution" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CardToken" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "tokenEncrypted" TEXT NOT NULL,
    "subtokenEncrypted" TEXT,
    "franchise" TEXT,
    "franchiseName" TEXT,
    "issuerName" TEXT,
    "lastDigits" TEXT,
    "validUntil" TEXT,
    "state" TEXT NOT NULL DEFAULT 'ACTIVE',
    "sessionId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CardToken_pkey" PRIMARY KEY ("id")
);

-- DropIndex
DROP INDEX "GatewayTransaction_environment_internalReference_type_statu_key";

-- CreateIndex
CREATE UNIQUE INDEX "GatewayTransaction_environment_internalReference_type_step__key" ON "GatewayTransaction"("environment", "internalReference", "type", "step", "status");

-- CreateIndex
CREATE INDEX "GatewayTransaction_environment_parentReference_idx" ON "GatewayTransaction"("environment", "parentReference");

-- CreateIndex
CREATE UNIQUE INDEX "Operation_idemKey_key" ON "Operation"("idemKey");

-- CreateIndex
CREATE UNIQUE INDEX "Operation_sessionId_step_key" ON "Operation"("sessionId", "step");

-- CreateIndex
CREATE INDEX "Operation_nextAt_idx" ON "Operation"("nextAt");

-- CreateIndex
CREATE INDEX "Operation_state_createdAt_idx" ON "Operation"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Operation_orderId_idx" ON "Operation"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "CardToken_sessionId_key" ON "CardToken"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "CardToken_environment_fingerprint_key" ON "CardToken"("environment", "fingerprint");

-- CreateIndex
CREATE INDEX "CardToken_userId_idx" ON "CardToken"("userId");

-- AddForeignKey
ALTER TABLE "Operation" ADD CONSTRAINT "Operation_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CheckoutSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Operation" ADD CONSTRAINT "Operation_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardToken" ADD CONSTRAINT "CardToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardToken" ADD CONSTRAINT "CardToken_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CheckoutSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GatewayCall" ADD CONSTRAINT "GatewayCall_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "Operation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What follows is written by hand: the rules that must survive a mistake in the code.

-- A card may be registered for nothing.
ALTER TABLE "Product"
  DROP CONSTRAINT "Product_price_positive",
  ADD CONSTRAINT "Product_price_not_negative" CHECK ("priceMinor" >= 0);
ALTER TABLE "OrderLine"
  DROP CONSTRAINT "OrderLine_unit_positive",
  ADD CONSTRAINT "OrderLine_unit_not_negative" CHECK ("unitMinor" >= 0);

-- The status says what the money says: an excess is OVERPAID in full, never cut and never PAID (I4). An order is measured
-- by its total, or by what was agreed instead of it. Nothing is paid for an order of nothing: its card says when it is over.
ALTER TABLE "Order"
  DROP CONSTRAINT "Order_total_positive",
  DROP CONSTRAINT "Order_status_follows_money",
  ADD CONSTRAINT "Order_total_not_negative" CHECK ("totalMinor" >= 0),
  ADD CONSTRAINT "Order_accepted_positive" CHECK ("acceptedMinor" > 0 AND "acceptedMinor" < "totalMinor"),
  ADD CONSTRAINT "Order_agreed_positive" CHECK ("agreedMinor" > 0),
  ADD CONSTRAINT "Order_status_known" CHECK ("status" IN
    ('AWAITING_PAYMENT', 'CONFIRMING', 'AUTHORIZED', 'PARTIALLY_PAID', 'PAID', 'OVERPAID', 'PARTIALLY_REFUNDED',
     'REFUNDED', 'RELEASED', 'CANCELLED')),
  ADD CONSTRAINT "Order_status_follows_money" CHECK (
    CASE
      WHEN "paidMinor" > coalesce("agreedMinor", "totalMinor") THEN "status" = 'OVERPAID'
      WHEN coalesce("agreedMinor", "totalMinor") = 0 THEN "status" IN ('AWAITING_PAYMENT', 'CONFIRMING', 'PAID', 'CANCELLED')
      WHEN "paidMinor" = coalesce("agreedMinor", "totalMinor") THEN "status" = 'PAID'
      WHEN "paidMinor" = 0 THEN "status" NOT IN ('PAID', 'OVERPAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED')
      ELSE "status" NOT IN ('PAID', 'OVERPAID', 'REFUNDED', 'RELEASED', 'AWAITING_PAYMENT')
    END
  );

ALTER TABLE "CheckoutSession"
  ADD CONSTRAINT "CheckoutSession_kind_known" CHECK ("kind" IN ('SALE', 'HOLD', 'TOKEN')),
  ADD CONSTRAINT "CheckoutSession_only_tokens_are_free" CHECK (("amountMinor" = 0) = ("kind" = 'TOKEN'));

ALTER TABLE "GatewayTransaction"
  DROP CONSTRAINT "GatewayTransaction_type_known",
  ADD CONSTRAINT "GatewayTransaction_type_known" CHECK ("type" IN
    ('SALE', 'HOLD', 'PART', 'REAUTH', 'CAPTURE', 'RELEASE', 'REFUND')),
  ADD CONSTRAINT "GatewayTransaction_step_of_type" CHECK (("step" > 0) = ("type" IN ('REAUTH', 'CAPTURE', 'RELEASE', 'REFUND'))),
  ADD CONSTRAINT "GatewayTransaction_parent_of_type" CHECK (("parentReference" IS NULL) = ("type" IN ('SALE', 'HOLD'))),
  ADD CONSTRAINT "GatewayTransaction_discount_not_negative" CHECK ("discountMinor" >= 0);

ALTER TABLE "Operation"
  ADD CONSTRAINT "Operation_environment_known" CHECK ("environment" IN ('sandbox', 'test', 'live')),
  ADD CONSTRAINT "Operation_name_known" CHECK ("name" IN ('refund', 'capture', 'reauthorize', 'release', 'confirm', 'decline')),
  ADD CONSTRAINT "Operation_state_known" CHECK ("state" IN ('PREPARED', 'SENT', 'IN_DOUBT', 'DONE', 'REFUSED', 'ABANDONED')),
  ADD CONSTRAINT "Operation_amount_positive" CHECK ("amountMinor" > 0),
  ADD CONSTRAINT "Operation_currency_form" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "Operation_step_positive" CHECK ("step" > 0),
  ADD CONSTRAINT "Operation_tries_not_negative" CHECK ("tries" >= 0),
  ADD CONSTRAINT "Operation_actor_known" CHECK ("actor" IN
    ('buyer', 'return', 'notification', 'reconciler', 'operator', 'store')),
  ADD CONSTRAINT "Operation_ended_has_a_date" CHECK (("endedAt" IS NOT NULL) = ("state" IN ('DONE', 'REFUSED', 'ABANDONED'))),
  ADD CONSTRAINT "Operation_ended_is_not_watched" CHECK ("nextAt" IS NULL OR "state" IN ('PREPARED', 'SENT', 'IN_DOUBT'));

-- While nobody knows the end of an operation, its transaction takes no other, whoever clicks (I13).
CREATE UNIQUE INDEX "Operation_one_unresolved_per_target" ON "Operation" ("environment", "targetReference")
  WHERE "state" IN ('PREPARED', 'SENT', 'IN_DOUBT');

ALTER TABLE "CardToken"
  ADD CONSTRAINT "CardToken_environment_known" CHECK ("environment" IN ('sandbox', 'test', 'live')),
  ADD CONSTRAINT "CardToken_state_known" CHECK ("state" IN ('ACTIVE', 'INVALIDATING', 'INVALID')),
  ADD CONSTRAINT "CardToken_fingerprint_form" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$'),
  -- Sealed text has four parts; a bare token has none (I14).
  ADD CONSTRAINT "CardToken_sealed" CHECK ("tokenEncrypted" ~ '^[^.]+\.[^.]+\.[^.]+\.[^.]+$'
    AND "subtokenEncrypted" ~ '^[^.]+\.[^.]+\.[^.]+\.[^.]+$');

-- A hold is captured once or released once, never both (I10).
CREATE UNIQUE INDEX "GatewayTransaction_hold_ends_once" ON "GatewayTransaction" ("environment", "parentReference")
  WHERE "type" IN ('CAPTURE', 'RELEASE') AND "status" = 'APPROVED';

-- Not more is captured than was last held, nothing is held anew after the end, and not more is given back than was
-- charged (I10, I11).
CREATE FUNCTION check_later_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held bigint;
  charged numeric;
  given numeric;
BEGIN
  IF NEW."status" <> 'APPROVED' OR NEW."step" = 0 THEN RETURN NEW; END IF;
  IF NEW."type" IN ('REAUTH', 'CAPTURE') THEN
    SELECT f."amountMinor" INTO held FROM "GatewayTransaction" f
     WHERE f."environment" = NEW."environment" AND f."status" = 'APPROVED'
       AND ((f."type" = 'HOLD' AND f."internalReference" = NEW."parentReference")
         OR (f."type" = 'REAUTH' AND f."parentReference" = NEW."parentReference" AND f."step" < NEW."step"))
     ORDER BY f."step" DESC LIMIT 1;
    IF held IS NULL THEN
      RAISE EXCEPTION 'Nothing is held by %', NEW."parentReference" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW."type" = 'CAPTURE' AND NEW."amountMinor" > held THEN
      RAISE EXCEPTION 'A capture of % of % held', NEW."amountMinor", held USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW."type" = 'REAUTH' AND EXISTS (
      SELECT 1 FROM "GatewayTransaction" e WHERE e."environment" = NEW."environment" AND e."status" = 'APPROVED'
        AND e."parentReference" = NEW."parentReference" AND e."type" IN ('CAPTURE', 'RELEASE')) THEN
      RAISE EXCEPTION 'The hold % is over', NEW."parentReference" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  IF NEW."type" = 'REFUND' THEN
    -- Of the named charge alone, or of all the parts of the dispersed sale that is named.
    SELECT coalesce(sum(c."amountMinor"), 0) INTO charged FROM "GatewayTransaction" c
     WHERE c."environment" = NEW."environment" AND c."status" = 'APPROVED'
       AND ((c."internalReference" = NEW."parentReference" AND c."type" = 'PART')
         OR (c."parentReference" = NEW."parentReference" AND c."type" IN ('CAPTURE', 'PART'))
         OR (c."internalReference" = NEW."parentReference" AND c."type" = 'SALE' AND NOT EXISTS (
              SELECT 1 FROM "GatewayTransaction" p WHERE p."environment" = c."environment"
                AND p."type" = 'PART' AND p."parentReference" = c."internalReference")));
    SELECT coalesce(sum(r."amountMinor"), 0) + NEW."amountMinor" INTO given FROM "GatewayTransaction" r
     WHERE r."environment" = NEW."environment" AND r."type" = 'REFUND' AND r."status" = 'APPROVED'
       AND (r."parentReference" = NEW."parentReference" OR r."parentReference" IN (
             SELECT p."internalReference" FROM "GatewayTransaction" p WHERE p."environment" = NEW."environment"
                AND p."type" = 'PART' AND p."parentReference" = NEW."parentReference"));
    IF given > charged THEN
      RAISE EXCEPTION 'Given back % of % charged', given, charged USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER later_step BEFORE INSERT ON "GatewayTransaction" FOR EACH ROW EXECUTE FUNCTION check_later_step();

-- paidMinor is a cache: at every commit it equals what the facts say was charged and not given back (I1, I6). A
-- dispersed sale is charged by its approved parts, a hold by its capture; what was reversed whole counts nothing.
CREATE OR REPLACE FUNCTION check_paid(which text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  cached bigint;
  facts numeric;
BEGIN
  SELECT "paidMinor" INTO cached FROM "Order" WHERE "id" = which;
  WITH f AS (
    SELECT t.* FROM "GatewayTransaction" t JOIN "CheckoutSession" s ON s."id" = t."sessionId" WHERE s."orderId" = which
  ), reversed AS (
    SELECT "internalReference" FROM f WHERE "status" IN ('REFUNDED', 'REVERSED')
  ), charged AS (
    SELECT a."amountMinor" FROM f a
     WHERE a."status" = 'APPROVED' AND a."type" IN ('SALE', 'PART', 'CAPTURE')
       AND NOT (a."type" = 'SALE' AND EXISTS (
             SELECT 1 FROM f p WHERE p."type" = 'PART' AND p."parentReference" = a."internalReference"))
       AND a."internalReference" NOT IN (SELECT "internalReference" FROM reversed)
       AND coalesce(a."parentReference", '') NOT IN (SELECT "internalReference" FROM reversed)
  ), given AS (
    SELECT r."amountMinor" FROM f r
     WHERE r."type" = 'REFUND' AND r."status" = 'APPROVED'
       AND r."parentReference" NOT IN (SELECT "internalReference" FROM reversed)
       AND NOT EXISTS (SELECT 1 FROM f p WHERE p."type" = 'PART' AND p."internalReference" = r."parentReference"
             AND p."parentReference" IN (SELECT "internalReference" FROM reversed))
  )
  SELECT (SELECT coalesce(sum("amountMinor"), 0) FROM charged) - (SELECT coalesce(sum("amountMinor"), 0) FROM given) INTO facts;
  IF cached IS DISTINCT FROM facts THEN
    RAISE EXCEPTION 'Order % says % is paid, its facts say %', which, cached, facts USING ERRCODE = 'integrity_constraint_violation';
  END IF;
END $$;

-- An operation keeps its terms, and its end keeps its word.
CREATE FUNCTION keep_operation_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."sessionId", NEW."orderId", NEW."environment", NEW."name", NEW."targetReference", NEW."sentReference",
      NEW."step", NEW."amountMinor", NEW."currency", NEW."idemKey")
     IS DISTINCT FROM
     (OLD."id", OLD."sessionId", OLD."orderId", OLD."environment", OLD."name", OLD."targetReference", OLD."sentReference",
      OLD."step", OLD."amountMinor", OLD."currency", OLD."idemKey") THEN
    RAISE EXCEPTION 'The terms of operation % are frozen', OLD."id" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD."state" IN ('DONE', 'REFUSED', 'ABANDONED') AND NEW."state" <> OLD."state" THEN
    RAISE EXCEPTION 'Operation % is %: it stays so', OLD."id", OLD."state" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_terms BEFORE UPDATE ON "Operation" FOR EACH ROW EXECUTE FUNCTION keep_operation_terms();
CREATE TRIGGER kept BEFORE DELETE ON "Operation" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a session is for, and on what terms, is agreed before it is sent.
CREATE FUNCTION keep_session_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."kind", NEW."terms", NEW."flow") IS DISTINCT FROM (OLD."kind", OLD."terms", OLD."flow") THEN
    RAISE EXCEPTION 'The terms of session % are frozen', OLD."reference" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_kind BEFORE UPDATE ON "CheckoutSession" FOR EACH ROW EXECUTE FUNCTION keep_session_kind();
