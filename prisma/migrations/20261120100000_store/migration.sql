-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'BUYER',
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "slug" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameEs" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "summaryEs" TEXT NOT NULL,
    "summaryEn" TEXT NOT NULL,
    "descriptionEs" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,
    "pictureEs" TEXT NOT NULL,
    "pictureEn" TEXT NOT NULL,
    "image" TEXT NOT NULL,
    "priceMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "stock" INTEGER NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Cart" (
    "id" TEXT NOT NULL,
    "userId" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CartLine" (
    "cartId" TEXT NOT NULL,
    "productSlug" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CartLine_pkey" PRIMARY KEY ("cartId","productSlug")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "userId" TEXT,
    "accessKeyHash" TEXT,
    "checkoutKey" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "paidMinor" BIGINT NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'AWAITING_PAYMENT',
    "buyerName" TEXT NOT NULL,
    "buyerSurname" TEXT NOT NULL,
    "buyerEmail" TEXT NOT NULL,
    "buyerPhone" TEXT NOT NULL,
    "buyerDocumentType" TEXT NOT NULL,
    "buyerDocumentEncrypted" TEXT NOT NULL,
    "buyerDocumentEnding" TEXT NOT NULL,
    "buyerCountry" TEXT NOT NULL,
    "buyerState" TEXT,
    "buyerCity" TEXT NOT NULL,
    "buyerStreet" TEXT NOT NULL,
    "buyerPostalCode" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paidAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "productSlug" TEXT NOT NULL,
    "nameEs" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "unitMinor" BIGINT NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("orderId","position")
);

-- CreateTable
CREATE TABLE "StockReservation" (
    "orderId" TEXT NOT NULL,
    "productSlug" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'HELD',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StockReservation_pkey" PRIMARY KEY ("orderId","productSlug")
);

-- CreateTable
CREATE TABLE "CheckoutSession" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "attemptKey" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "allowPartial" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'PREPARED',
    "reason" TEXT,
    "message" TEXT,
    "requestId" TEXT,
    "processUrl" TEXT,
    "returnTokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "nextCheckAt" TIMESTAMPTZ(3),
    "checks" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "suspectedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CheckoutSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GatewayTransaction" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "internalReference" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "message" TEXT,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "paymentMethod" TEXT,
    "paymentMethodName" TEXT,
    "issuerName" TEXT,
    "lastDigits" TEXT,
    "authorization" TEXT,
    "receipt" TEXT,
    "franchise" TEXT,
    "refunded" BOOLEAN NOT NULL DEFAULT false,
    "gatewayDate" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GatewayTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "orderId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("orderId","seq")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "requestId" TEXT,
    "reference" TEXT,
    "state" TEXT NOT NULL DEFAULT 'NEW',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GatewayCall" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "requestRedacted" JSONB NOT NULL,
    "responseRedacted" JSONB,
    "httpStatus" INTEGER,
    "problem" TEXT,
    "durationMs" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GatewayCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suspense" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT,
    "kind" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Suspense_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnvironmentPin" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "environment" TEXT NOT NULL,
    "gatewayHost" TEXT NOT NULL,
    "pinnedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EnvironmentPin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Product_category_position_idx" ON "Product"("category", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Cart_userId_key" ON "Cart"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Order_accessKeyHash_key" ON "Order"("accessKeyHash");

-- CreateIndex
CREATE UNIQUE INDEX "Order_checkoutKey_key" ON "Order"("checkoutKey");

-- CreateIndex
CREATE INDEX "Order_userId_createdAt_idx" ON "Order"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Order_status_createdAt_idx" ON "Order"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CheckoutSession_attemptKey_key" ON "CheckoutSession"("attemptKey");

-- CreateIndex
CREATE UNIQUE INDEX "CheckoutSession_returnTokenHash_key" ON "CheckoutSession"("returnTokenHash");

-- CreateIndex
CREATE INDEX "CheckoutSession_nextCheckAt_idx" ON "CheckoutSession"("nextCheckAt");

-- CreateIndex
CREATE INDEX "CheckoutSession_orderId_createdAt_idx" ON "CheckoutSession"("orderId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CheckoutSession_environment_reference_key" ON "CheckoutSession"("environment", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "CheckoutSession_environment_requestId_key" ON "CheckoutSession"("environment", "requestId");

-- CreateIndex
CREATE INDEX "GatewayTransaction_sessionId_idx" ON "GatewayTransaction"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "GatewayTransaction_environment_internalReference_type_statu_key" ON "GatewayTransaction"("environment", "internalReference", "type", "status");

-- CreateIndex
CREATE INDEX "Inbox_nextAt_idx" ON "Inbox"("nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_channel_dedupeKey_key" ON "Inbox"("channel", "dedupeKey");

-- CreateIndex
CREATE INDEX "GatewayCall_sessionId_at_idx" ON "GatewayCall"("sessionId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Suspense_dedupeKey_key" ON "Suspense"("dedupeKey");

-- AddForeignKey
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockReservation" ADD CONSTRAINT "StockReservation_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockReservation" ADD CONSTRAINT "StockReservation_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckoutSession" ADD CONSTRAINT "CheckoutSession_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GatewayTransaction" ADD CONSTRAINT "GatewayTransaction_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CheckoutSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GatewayCall" ADD CONSTRAINT "GatewayCall_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CheckoutSession"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What follows is written by hand: the rules that must survive a mistake in the code.

-- Words from closed lists. The lists are those of lib/domain; lib/data/constraints.integration.test.ts compares them.
ALTER TABLE "User"
  ADD CONSTRAINT "User_role_known" CHECK ("role" IN ('BUYER', 'OPERATOR')),
  ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email") AND length("email") <= 80),
  ADD CONSTRAINT "User_sessionVersion_positive" CHECK ("sessionVersion" > 0);

ALTER TABLE "Product"
  ADD CONSTRAINT "Product_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 30),
  ADD CONSTRAINT "Product_category_known" CHECK ("category" IN ('goods', 'travel', 'memberships')),
  ADD CONSTRAINT "Product_price_positive" CHECK ("priceMinor" > 0),
  ADD CONSTRAINT "Product_currency_form" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "Product_stock_not_negative" CHECK ("stock" >= 0);

ALTER TABLE "CartLine"
  ADD CONSTRAINT "CartLine_quantity_bounds" CHECK ("quantity" BETWEEN 1 AND 20);

-- The status says what the money says: an excess is OVERPAID in full, never cut and never PAID (I4).
ALTER TABLE "Order"
  ADD CONSTRAINT "Order_total_positive" CHECK ("totalMinor" > 0),
  ADD CONSTRAINT "Order_paid_not_negative" CHECK ("paidMinor" >= 0),
  ADD CONSTRAINT "Order_currency_form" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "Order_number_form" CHECK ("number" ~ '^[A-Z0-9-]{1,20}$'),
  ADD CONSTRAINT "Order_locale_known" CHECK ("locale" IN ('es', 'en')),
  ADD CONSTRAINT "Order_owner" CHECK ("userId" IS NOT NULL OR "accessKeyHash" IS NOT NULL),
  ADD CONSTRAINT "Order_status_follows_money" CHECK (
    CASE
      WHEN "paidMinor" > "totalMinor" THEN "status" = 'OVERPAID'
      WHEN "paidMinor" = "totalMinor" THEN "status" = 'PAID'
      ELSE "status" IN ('AWAITING_PAYMENT', 'CONFIRMING', 'CANCELLED')
    END
  );

ALTER TABLE "OrderLine"
  ADD CONSTRAINT "OrderLine_quantity_bounds" CHECK ("quantity" BETWEEN 1 AND 20),
  ADD CONSTRAINT "OrderLine_unit_positive" CHECK ("unitMinor" > 0);

ALTER TABLE "StockReservation"
  ADD CONSTRAINT "StockReservation_quantity_bounds" CHECK ("quantity" BETWEEN 1 AND 20),
  ADD CONSTRAINT "StockReservation_state_known" CHECK ("state" IN ('HELD', 'RETURNED', 'SOLD'));

ALTER TABLE "CheckoutSession"
  ADD CONSTRAINT "CheckoutSession_environment_known" CHECK ("environment" IN ('sandbox', 'test', 'live')),
  ADD CONSTRAINT "CheckoutSession_reference_form" CHECK ("reference" ~ '^[A-Z0-9-]{1,32}$'),
  ADD CONSTRAINT "CheckoutSession_amount_not_negative" CHECK ("amountMinor" >= 0),
  ADD CONSTRAINT "CheckoutSession_currency_form" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "CheckoutSession_status_known" CHECK ("status" IN
    ('PREPARED', 'SENT', 'IN_DOUBT', 'PENDING', 'APPROVED_PARTIAL', 'APPROVED', 'PARTIAL_EXPIRED', 'REJECTED', 'ABANDONED')),
  -- What the gateway answers for has the gateway's name for it.
  ADD CONSTRAINT "CheckoutSession_answered_has_requestId" CHECK (
    "status" IN ('PREPARED', 'SENT', 'IN_DOUBT', 'ABANDONED') OR "requestId" IS NOT NULL),
  -- Every unfinished attempt is on the reconciler's list, and no finished one is (I21).
  ADD CONSTRAINT "CheckoutSession_unfinished_is_watched" CHECK (
    ("nextCheckAt" IS NULL) = ("status" IN ('APPROVED', 'PARTIAL_EXPIRED', 'REJECTED', 'ABANDONED')));

-- At most one unresolved session per order, whatever the code believes (I7).
CREATE UNIQUE INDEX "CheckoutSession_one_unresolved_per_order" ON "CheckoutSession" ("orderId")
  WHERE "status" IN ('PREPARED', 'SENT', 'IN_DOUBT', 'PENDING', 'APPROVED_PARTIAL');

ALTER TABLE "GatewayTransaction"
  ADD CONSTRAINT "GatewayTransaction_type_known" CHECK ("type" IN ('SALE', 'HOLD')),
  ADD CONSTRAINT "GatewayTransaction_status_known" CHECK ("status" IN
    ('OK', 'FAILED', 'APPROVED', 'APPROVED_PARTIAL', 'PARTIAL_EXPIRED', 'REJECTED', 'PENDING', 'PENDING_CONFIRMATION',
     'PENDING_VALIDATION', 'PENDING_PROCESS', 'CANCELED', 'REFUNDED', 'REVERSED', 'ERROR', 'MANUAL', 'DISPUTE', 'UNKNOWN')),
  ADD CONSTRAINT "GatewayTransaction_amount_not_negative" CHECK ("amountMinor" >= 0),
  ADD CONSTRAINT "GatewayTransaction_currency_form" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "GatewayTransaction_source_known" CHECK ("source" IN
    ('buyer', 'return', 'notification', 'reconciler', 'operator', 'store'));

ALTER TABLE "OrderEvent"
  ADD CONSTRAINT "OrderEvent_seq_positive" CHECK ("seq" > 0),
  ADD CONSTRAINT "OrderEvent_actor_known" CHECK ("actor" IN
    ('buyer', 'return', 'notification', 'reconciler', 'operator', 'store'));

ALTER TABLE "Inbox"
  ADD CONSTRAINT "Inbox_state_known" CHECK ("state" IN ('NEW', 'DONE', 'UNKNOWN')),
  ADD CONSTRAINT "Inbox_tries_not_negative" CHECK ("tries" >= 0);

ALTER TABLE "EnvironmentPin"
  ADD CONSTRAINT "EnvironmentPin_one_row" CHECK ("id" = 1),
  ADD CONSTRAINT "EnvironmentPin_environment_known" CHECK ("environment" IN ('sandbox', 'test', 'live'));

-- Facts, the timeline and the calls are only ever added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "GatewayTransaction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "GatewayCall" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "OrderLine" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE TRUNCATE ON "GatewayTransaction" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE TRUNCATE ON "OrderEvent" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE TRUNCATE ON "GatewayCall" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE TRUNCATE ON "OrderLine" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON "Order" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON "CheckoutSession" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON "Suspense" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was agreed when the order was placed stays agreed (I18).
CREATE FUNCTION keep_order_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."number", NEW."currency", NEW."totalMinor", NEW."checkoutKey")
     IS DISTINCT FROM (OLD."id", OLD."number", OLD."currency", OLD."totalMinor", OLD."checkoutKey") THEN
    RAISE EXCEPTION 'The terms of order % are frozen', OLD."number" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_terms BEFORE UPDATE ON "Order" FOR EACH ROW EXECUTE FUNCTION keep_order_terms();

-- An attempt keeps its identity, and a final status keeps its word (I9).
CREATE FUNCTION keep_session_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."orderId", NEW."environment", NEW."reference", NEW."amountMinor", NEW."currency", NEW."attemptKey")
     IS DISTINCT FROM
     (OLD."id", OLD."orderId", OLD."environment", OLD."reference", OLD."amountMinor", OLD."currency", OLD."attemptKey")
     OR (OLD."requestId" IS NOT NULL AND NEW."requestId" IS DISTINCT FROM OLD."requestId") THEN
    RAISE EXCEPTION 'The terms of session % are frozen', OLD."reference" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD."status" IN ('APPROVED', 'PARTIAL_EXPIRED', 'REJECTED', 'ABANDONED') AND NEW."status" <> OLD."status" THEN
    RAISE EXCEPTION 'Session % is %: it stays so', OLD."reference", OLD."status" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_terms BEFORE UPDATE ON "CheckoutSession" FOR EACH ROW EXECUTE FUNCTION keep_session_terms();

-- paidMinor is a cache: at every commit it equals the approved, not reversed sales of the order's sessions (I1, I6).
CREATE FUNCTION check_paid(which text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  cached bigint;
  facts numeric;
BEGIN
  SELECT "paidMinor" INTO cached FROM "Order" WHERE "id" = which;
  SELECT coalesce(sum(a."amountMinor"), 0) INTO facts
    FROM "GatewayTransaction" a JOIN "CheckoutSession" s ON s."id" = a."sessionId"
   WHERE s."orderId" = which AND a."type" = 'SALE' AND a."status" = 'APPROVED'
     AND NOT EXISTS (
       SELECT 1 FROM "GatewayTransaction" r
        WHERE r."environment" = a."environment" AND r."internalReference" = a."internalReference"
          AND r."type" = a."type" AND r."status" IN ('REFUNDED', 'REVERSED'));
  IF cached IS DISTINCT FROM facts THEN
    RAISE EXCEPTION 'Order % says % is paid, its facts say %', which, cached, facts USING ERRCODE = 'integrity_constraint_violation';
  END IF;
END $$;

CREATE FUNCTION check_paid_of_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_paid(NEW."id");
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER paid_equals_facts AFTER INSERT OR UPDATE OF "paidMinor" ON "Order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_paid_of_order();

CREATE FUNCTION check_paid_of_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_paid((SELECT "orderId" FROM "CheckoutSession" WHERE "id" = NEW."sessionId"));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER paid_equals_facts AFTER INSERT ON "GatewayTransaction"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_paid_of_fact();
