-- AlterTable
ALTER TABLE "GatewayCall" ADD COLUMN     "mandateId" TEXT;

-- CreateTable
CREATE TABLE "Mandate" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "autopayId" TEXT,
    "description" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "chargeType" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amountMinor" BIGINT,
    "periodicity" TEXT NOT NULL,
    "interval" INTEGER NOT NULL,
    "dueDay" INTEGER NOT NULL,
    "startOn" TEXT NOT NULL,
    "firstOn" TEXT NOT NULL,
    "lastOn" TEXT,
    "maxPeriods" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPENING',
    "observed" TEXT,
    "reason" TEXT,
    "observedAt" TIMESTAMPTZ(3),
    "nextOn" TEXT,
    "franchise" TEXT,
    "franchiseName" TEXT,
    "lastDigits" TEXT,
    "validUntil" TEXT,
    "acceptedAt" TIMESTAMPTZ(3),
    "comparedAt" TIMESTAMPTZ(3),
    "nextCheckAt" TIMESTAMPTZ(3),
    "checks" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MandatePage" (
    "id" TEXT NOT NULL,
    "mandateId" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "attemptKey" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PREPARED',
    "reason" TEXT,
    "message" TEXT,
    "requestId" TEXT,
    "processUrl" TEXT,
    "returnTokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MandatePage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MandateCharge" (
    "id" TEXT NOT NULL,
    "mandateId" TEXT NOT NULL,
    "internalReference" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "message" TEXT,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "booked" BOOLEAN NOT NULL,
    "franchise" TEXT,
    "lastDigits" TEXT,
    "authorization" TEXT,
    "receipt" TEXT,
    "chargedAt" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MandateCharge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MandateQuote" (
    "id" TEXT NOT NULL,
    "mandateId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "minimumMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MandateQuote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MandateEvent" (
    "id" TEXT NOT NULL,
    "mandateId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MandateEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "id" TEXT NOT NULL,
    "mandateId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "minimumMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoicePayment" (
    "chargeId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "InvoicePayment_pkey" PRIMARY KEY ("chargeId","invoiceId")
);

-- CreateIndex
CREATE INDEX "Mandate_userId_createdAt_idx" ON "Mandate"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Mandate_nextCheckAt_idx" ON "Mandate"("nextCheckAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mandate_environment_reference_key" ON "Mandate"("environment", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "Mandate_environment_autopayId_key" ON "Mandate"("environment", "autopayId");

-- CreateIndex
CREATE UNIQUE INDEX "MandatePage_attemptKey_key" ON "MandatePage"("attemptKey");

-- CreateIndex
CREATE UNIQUE INDEX "MandatePage_returnTokenHash_key" ON "MandatePage"("returnTokenHash");

-- CreateIndex
CREATE INDEX "MandatePage_mandateId_idx" ON "MandatePage"("mandateId");

-- CreateIndex
CREATE UNIQUE INDEX "MandatePage_environment_requestId_key" ON "MandatePage"("environment", "requestId");

-- CreateIndex
CREATE UNIQUE INDEX "MandateCharge_mandateId_internalReference_key" ON "MandateCharge"("mandateId", "internalReference");

-- CreateIndex
CREATE INDEX "MandateQuote_mandateId_at_idx" ON "MandateQuote"("mandateId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "MandateEvent_dedupeKey_key" ON "MandateEvent"("dedupeKey");

-- CreateIndex
CREATE INDEX "MandateEvent_mandateId_at_idx" ON "MandateEvent"("mandateId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_number_key" ON "Invoice"("number");

-- CreateIndex
CREATE INDEX "Invoice_mandateId_dueOn_idx" ON "Invoice"("mandateId", "dueOn");

-- CreateIndex
CREATE INDEX "InvoicePayment_invoiceId_idx" ON "InvoicePayment"("invoiceId");

-- CreateIndex
CREATE INDEX "GatewayCall_mandateId_at_idx" ON "GatewayCall"("mandateId", "at");

-- AddForeignKey
ALTER TABLE "GatewayCall" ADD CONSTRAINT "GatewayCall_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandatePage" ADD CONSTRAINT "MandatePage_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateCharge" ADD CONSTRAINT "MandateCharge_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateQuote" ADD CONSTRAINT "MandateQuote_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateEvent" ADD CONSTRAINT "MandateEvent_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoicePayment" ADD CONSTRAINT "InvoicePayment_chargeId_fkey" FOREIGN KEY ("chargeId") REFERENCES "MandateCharge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoicePayment" ADD CONSTRAINT "InvoicePayment_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "Invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is written by hand: the rules that must survive a mistake in the code.

ALTER TABLE "Mandate"
  ADD CONSTRAINT "Mandate_environment_known" CHECK ("environment" IN ('sandbox', 'test', 'live')),
  ADD CONSTRAINT "Mandate_reference_form" CHECK ("reference" ~ '^[A-Z0-9-]{1,32}$'),
  ADD CONSTRAINT "Mandate_chargeType_known" CHECK ("chargeType" IN ('FIXED', 'TOTAL_BALANCE', 'MINIMUM_BALANCE')),
  ADD CONSTRAINT "Mandate_amount_when_fixed" CHECK (("amountMinor" IS NOT NULL) = ("chargeType" = 'FIXED')),
  ADD CONSTRAINT "Mandate_amount_positive" CHECK ("amountMinor" > 0),
  ADD CONSTRAINT "Mandate_currency_form" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "Mandate_periodicity_known" CHECK ("periodicity" IN ('D', 'W', 'M', 'Y')),
  ADD CONSTRAINT "Mandate_interval_bounds" CHECK ("interval" BETWEEN 1 AND 127),
  ADD CONSTRAINT "Mandate_dueDay_bounds" CHECK ("dueDay" BETWEEN 1 AND 28),
  ADD CONSTRAINT "Mandate_status_known" CHECK ("status" IN
    ('OPENING', 'NOT_AGREED', 'ACTIVE', 'FAILED', 'CANCELLED', 'FINISHED')),
  ADD CONSTRAINT "Mandate_observed_known" CHECK ("observed" IN ('APPROVED', 'FAILED', 'REJECTED')),
  -- Where it stands is what the gateway said of it, and nothing that the gateway did not say.
  ADD CONSTRAINT "Mandate_status_follows_observed" CHECK (
    CASE "observed"
      WHEN 'APPROVED' THEN "status" = 'ACTIVE'
      WHEN 'FAILED' THEN "status" = 'FAILED'
      WHEN 'REJECTED' THEN "status" IN ('CANCELLED', 'FINISHED')
      ELSE "status" IN ('OPENING', 'NOT_AGREED')
    END),
  ADD CONSTRAINT "Mandate_observed_has_id" CHECK ("observed" IS NULL OR "autopayId" IS NOT NULL);

ALTER TABLE "MandatePage"
  ADD CONSTRAINT "MandatePage_action_known" CHECK ("action" IN ('CREATE', 'EDIT')),
  ADD CONSTRAINT "MandatePage_status_known" CHECK ("status" IN
    ('PREPARED', 'SENT', 'IN_DOUBT', 'PENDING', 'APPROVED', 'REJECTED', 'ABANDONED')),
  ADD CONSTRAINT "MandatePage_answered_has_requestId" CHECK (
    "status" IN ('PREPARED', 'SENT', 'IN_DOUBT', 'ABANDONED') OR "requestId" IS NOT NULL);

-- At most one page on which a card can be given, whatever the code believes.
CREATE UNIQUE INDEX "MandatePage_one_open_per_mandate" ON "MandatePage" ("mandateId")
  WHERE "status" IN ('PREPARED', 'SENT', 'IN_DOUBT', 'PENDING');

ALTER TABLE "MandateCharge"
  ADD CONSTRAINT "MandateCharge_amount_positive" CHECK ("amountMinor" > 0),
  ADD CONSTRAINT "MandateCharge_only_approved_is_booked" CHECK (NOT "booked" OR "status" = 'APPROVED'),
  ADD CONSTRAINT "MandateCharge_source_known" CHECK ("source" IN ('settlement', 'reconciler'));

ALTER TABLE "MandateEvent"
  ADD CONSTRAINT "MandateEvent_actor_known" CHECK ("actor" IN
    ('buyer', 'return', 'notification', 'reconciler', 'operator', 'store'));

ALTER TABLE "Invoice"
  ADD CONSTRAINT "Invoice_total_positive" CHECK ("totalMinor" > 0),
  ADD CONSTRAINT "Invoice_minimum_bounds" CHECK ("minimumMinor" BETWEEN 0 AND "totalMinor"),
  ADD CONSTRAINT "Invoice_currency_form" CHECK ("currency" ~ '^[A-Z]{3}$');

ALTER TABLE "InvoicePayment" ADD CONSTRAINT "InvoicePayment_amount_positive" CHECK ("amountMinor" > 0);

-- An invoice is never paid more than it says, and a charge that is booked is shared out whole, to the minor unit.
CREATE FUNCTION check_shares() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  which text;
BEGIN
  IF TG_TABLE_NAME = 'InvoicePayment' THEN
    IF (SELECT sum(p."amountMinor") FROM "InvoicePayment" p WHERE p."invoiceId" = NEW."invoiceId")
       > (SELECT i."totalMinor" FROM "Invoice" i WHERE i."id" = NEW."invoiceId") THEN
      RAISE EXCEPTION 'Invoice % is paid more than it says', NEW."invoiceId" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    which := NEW."chargeId";
  ELSE
    which := NEW."id";
  END IF;
  IF EXISTS (
    SELECT 1 FROM "MandateCharge" c WHERE c."id" = which AND CASE WHEN c."booked" THEN c."amountMinor" ELSE 0 END
      <> (SELECT coalesce(sum(p."amountMinor"), 0) FROM "InvoicePayment" p WHERE p."chargeId" = c."id")) THEN
    RAISE EXCEPTION 'Charge % is not what its shares are', which USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER shares_fit AFTER INSERT ON "InvoicePayment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_shares();
CREATE CONSTRAINT TRIGGER shares_fit AFTER INSERT ON "MandateCharge" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_shares();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "MandateCharge" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "MandateQuote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "MandateEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Invoice" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "InvoicePayment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON "Mandate" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON "MandatePage" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What the payer accepted stays accepted, the gateway's id stays with its agreement, and an end is for ever.
CREATE FUNCTION keep_mandate_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."userId", NEW."environment", NEW."reference", NEW."chargeType", NEW."currency", NEW."amountMinor",
      NEW."periodicity", NEW."interval", NEW."dueDay", NEW."startOn", NEW."firstOn", NEW."lastOn", NEW."maxPeriods")
     IS DISTINCT FROM
     (OLD."id", OLD."userId", OLD."environment", OLD."reference", OLD."chargeType", OLD."currency", OLD."amountMinor",
      OLD."periodicity", OLD."interval", OLD."dueDay", OLD."startOn", OLD."firstOn", OLD."lastOn", OLD."maxPeriods") THEN
    RAISE EXCEPTION 'The terms of agreement % are frozen', OLD."reference" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD."autopayId" IS NOT NULL AND NEW."autopayId" IS DISTINCT FROM OLD."autopayId" THEN
    RAISE EXCEPTION 'Agreement % has its id already', OLD."reference" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD."status" IN ('CANCELLED', 'FINISHED') AND NEW."status" NOT IN ('CANCELLED', 'FINISHED') THEN
    RAISE EXCEPTION 'Agreement % is over', OLD."reference" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_terms BEFORE UPDATE ON "Mandate" FOR EACH ROW EXECUTE FUNCTION keep_mandate_terms();
