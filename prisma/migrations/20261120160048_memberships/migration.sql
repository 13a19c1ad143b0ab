-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "renews" TEXT;

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "beginKey" TEXT NOT NULL,
    "productSlug" TEXT NOT NULL,
    "nameEs" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,
    "priceMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "cardId" TEXT,
    "status" TEXT NOT NULL DEFAULT 'STARTING',
    "endReason" TEXT,
    "anchorOn" TEXT NOT NULL,
    "anchorNumber" INTEGER NOT NULL DEFAULT 1,
    "nextAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MembershipPeriod" (
    "membershipId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tryOn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MembershipPeriod_pkey" PRIMARY KEY ("membershipId","number")
);

-- CreateTable
CREATE TABLE "MembershipEvent" (
    "membershipId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MembershipEvent_pkey" PRIMARY KEY ("membershipId","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "Membership_beginKey_key" ON "Membership"("beginKey");

-- CreateIndex
CREATE INDEX "Membership_userId_createdAt_idx" ON "Membership"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Membership_nextAt_idx" ON "Membership"("nextAt");

-- CreateIndex
CREATE INDEX "Membership_cardId_idx" ON "Membership"("cardId");

-- CreateIndex
CREATE UNIQUE INDEX "MembershipPeriod_orderId_key" ON "MembershipPeriod"("orderId");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "CardToken"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipPeriod" ADD CONSTRAINT "MembershipPeriod_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipPeriod" ADD CONSTRAINT "MembershipPeriod_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipEvent" ADD CONSTRAINT "MembershipEvent_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is written by hand: the rules that must survive a mistake in the code.

ALTER TABLE "Product" ADD CONSTRAINT "Product_renews_known" CHECK ("renews" IS NULL OR ("renews" IN ('M', 'Y') AND "priceMinor" > 0));

ALTER TABLE "Membership"
  ADD CONSTRAINT "Membership_environment_known" CHECK ("environment" IN ('sandbox', 'test', 'live')),
  ADD CONSTRAINT "Membership_cadence_known" CHECK ("cadence" IN ('M', 'Y')),
  ADD CONSTRAINT "Membership_price_positive" CHECK ("priceMinor" > 0),
  ADD CONSTRAINT "Membership_currency_form" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "Membership_status_known" CHECK ("status" IN ('STARTING', 'ACTIVE', 'PAST_DUE', 'PAUSED', 'CANCELLED')),
  ADD CONSTRAINT "Membership_endReason_known" CHECK ("endReason" IN ('ASKED', 'NEVER_PAID', 'UNPAID')),
  ADD CONSTRAINT "Membership_end_has_reason" CHECK (
    ("status" = 'CANCELLED') = ("endReason" IS NOT NULL) AND ("status" = 'CANCELLED') = ("endedAt" IS NOT NULL)),
  -- What may be charged is on the reconciler's list, and nothing else is.
  ADD CONSTRAINT "Membership_going_is_watched" CHECK (("nextAt" IS NULL) = ("status" IN ('PAUSED', 'CANCELLED')));

-- Two windows are one membership: nobody pays twice a month for the same thing by a second click.
CREATE UNIQUE INDEX "Membership_one_going_per_product" ON "Membership" ("environment", "userId", "productSlug")
  WHERE "status" <> 'CANCELLED';

ALTER TABLE "MembershipPeriod"
  ADD CONSTRAINT "MembershipPeriod_lasts" CHECK ("startsOn" < "endsOn"),
  ADD CONSTRAINT "MembershipPeriod_tries_not_negative" CHECK ("tries" >= 0);

ALTER TABLE "MembershipEvent"
  ADD CONSTRAINT "MembershipEvent_type_known" CHECK ("type" IN
    ('BEGUN', 'PERIOD_PAID', 'RENEWAL_FAILED', 'CARD_CHANGED', 'CARD_GONE', 'PAUSED', 'RESUMED', 'CANCELLED')),
  ADD CONSTRAINT "MembershipEvent_actor_known" CHECK ("actor" IN
    ('buyer', 'return', 'notification', 'reconciler', 'operator', 'store'));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "MembershipEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON "MembershipPeriod" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON "Membership" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was bought stays as it was bought, an end is for ever, and only a usable card of its owner is ever charged (I14, I16).
CREATE FUNCTION keep_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW."id", NEW."userId", NEW."environment", NEW."beginKey", NEW."productSlug", NEW."cadence", NEW."priceMinor",
        NEW."currency", NEW."createdAt")
       IS DISTINCT FROM
       (OLD."id", OLD."userId", OLD."environment", OLD."beginKey", OLD."productSlug", OLD."cadence", OLD."priceMinor",
        OLD."currency", OLD."createdAt") THEN
      RAISE EXCEPTION 'The terms of membership % are frozen', OLD."id" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD."status" = 'CANCELLED' AND NEW."status" <> 'CANCELLED' THEN
      RAISE EXCEPTION 'Membership % is over', OLD."id" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW."cardId" IS NOT DISTINCT FROM OLD."cardId" THEN
      RETURN NEW;
    END IF;
  END IF;
  PERFORM 1 FROM "CardToken" card WHERE card."id" = NEW."cardId" AND card."state" = 'ACTIVE'
    AND card."userId" = NEW."userId" AND card."environment" = NEW."environment";
  IF NEW."cardId" IS NOT NULL AND NOT FOUND THEN
    RAISE EXCEPTION 'Membership % would charge a card that is not to be charged', NEW."id" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept_terms BEFORE INSERT OR UPDATE ON "Membership" FOR EACH ROW EXECUTE FUNCTION keep_membership();

-- One period after the other, no day in two of them, each an order of the owner's at the price of the purchase.
CREATE FUNCTION check_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW."membershipId", NEW."number", NEW."startsOn", NEW."endsOn", NEW."orderId", NEW."createdAt")
       IS DISTINCT FROM (OLD."membershipId", OLD."number", OLD."startsOn", OLD."endsOn", OLD."orderId", OLD."createdAt")
       OR NEW."tries" < OLD."tries" THEN
      RAISE EXCEPTION 'Period % of membership % is frozen', OLD."number", OLD."membershipId" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW."number" <> 1 + (SELECT count(*) FROM "MembershipPeriod" p WHERE p."membershipId" = NEW."membershipId")
     OR EXISTS (SELECT 1 FROM "MembershipPeriod" p WHERE p."membershipId" = NEW."membershipId" AND p."endsOn" > NEW."startsOn") THEN
    RAISE EXCEPTION 'Period % of membership % does not follow', NEW."number", NEW."membershipId" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM 1 FROM "Membership" m JOIN "Order" placed ON placed."id" = NEW."orderId"
    WHERE m."id" = NEW."membershipId" AND placed."userId" = m."userId" AND placed."totalMinor" = m."priceMinor"
      AND placed."currency" = m."currency";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Period % of membership % is not what was bought', NEW."number", NEW."membershipId" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follows BEFORE INSERT OR UPDATE ON "MembershipPeriod" FOR EACH ROW EXECUTE FUNCTION check_period();
