-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "acceptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "autopayId" TEXT;

-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "autopayPassword" TEXT,
ADD COLUMN     "autopayUrl" TEXT,
ADD COLUMN     "autopayUser" TEXT;

-- AlterTable
ALTER TABLE "Transaction" ADD COLUMN     "autopayChargeId" INTEGER;

-- CreateTable
CREATE TABLE "Autopay" (
    "id" TEXT NOT NULL,
    "siteLogin" TEXT NOT NULL,
    "requestId" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "chargeType" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "totalMinor" BIGINT,
    "periodicity" TEXT NOT NULL,
    "interval" INTEGER NOT NULL,
    "maxPeriods" INTEGER NOT NULL,
    "firstOn" TEXT NOT NULL,
    "lastOn" TEXT,
    "dueDay" INTEGER NOT NULL,
    "recurring" JSON NOT NULL,
    "amount" JSON,
    "customerAccountNumber" TEXT,
    "buyer" JSON,
    "payer" JSON,
    "instrumentId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "statusAt" TIMESTAMPTZ(3) NOT NULL,
    "periods" INTEGER NOT NULL DEFAULT 0,
    "nextOn" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "claimedAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Autopay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AutopayCharge" (
    "id" SERIAL NOT NULL,
    "autopayId" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "totalMinor" BIGINT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AutopayCharge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AutopayCall" (
    "id" SERIAL NOT NULL,
    "autopayId" TEXT NOT NULL,
    "chargeId" INTEGER,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'PLANNED',
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "url" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'WAITING',
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "httpStatus" INTEGER,
    "durationMs" INTEGER,
    "answer" TEXT,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AutopayCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Autopay_requestId_key" ON "Autopay"("requestId");

-- CreateIndex
CREATE INDEX "Autopay_siteLogin_createdAt_idx" ON "Autopay"("siteLogin", "createdAt");

-- CreateIndex
CREATE INDEX "Autopay_dueAt_idx" ON "Autopay"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "AutopayCharge_autopayId_dueOn_key" ON "AutopayCharge"("autopayId", "dueOn");

-- CreateIndex
CREATE INDEX "AutopayCall_autopayId_state_idx" ON "AutopayCall"("autopayId", "state");

-- CreateIndex
CREATE INDEX "Session_autopayId_idx" ON "Session"("autopayId");

-- CreateIndex
CREATE INDEX "Transaction_autopayChargeId_idx" ON "Transaction"("autopayChargeId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_autopayId_fkey" FOREIGN KEY ("autopayId") REFERENCES "Autopay"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_autopayChargeId_fkey" FOREIGN KEY ("autopayChargeId") REFERENCES "AutopayCharge"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Autopay" ADD CONSTRAINT "Autopay_siteLogin_fkey" FOREIGN KEY ("siteLogin") REFERENCES "Site"("login") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Autopay" ADD CONSTRAINT "Autopay_instrumentId_fkey" FOREIGN KEY ("instrumentId") REFERENCES "Instrument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AutopayCharge" ADD CONSTRAINT "AutopayCharge_autopayId_fkey" FOREIGN KEY ("autopayId") REFERENCES "Autopay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AutopayCall" ADD CONSTRAINT "AutopayCall_autopayId_fkey" FOREIGN KEY ("autopayId") REFERENCES "Autopay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AutopayCall" ADD CONSTRAINT "AutopayCall_chargeId_fkey" FOREIGN KEY ("chargeId") REFERENCES "AutopayCharge"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the gateway may write, held by the database.
ALTER TABLE "Session" DROP CONSTRAINT "Session_kind_known";
ALTER TABLE "Session" ADD CONSTRAINT "Session_kind_known" CHECK ("kind" IN ('PAYMENT', 'SUBSCRIPTION', 'COLLECT', 'AUTOPAY'));
ALTER TABLE "Transaction" DROP CONSTRAINT "Transaction_type_known";
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_type_known" CHECK ("type" IN ('SALE', 'HOLD', 'TOKENIZE', 'REAUTH', 'CAPTURE', 'RELEASE', 'REVERSE', 'PART', 'RECURRENT', 'AUTOPAY'));
ALTER TABLE "Autopay" ADD CONSTRAINT "Autopay_status_known" CHECK ("status" IN ('APPROVED', 'REJECTED', 'FAILED'));
ALTER TABLE "Autopay" ADD CONSTRAINT "Autopay_type_known" CHECK ("chargeType" IN ('FIXED', 'TOTAL_BALANCE', 'MINIMUM_BALANCE') AND ("chargeType" = 'FIXED') = ("totalMinor" IS NOT NULL));
ALTER TABLE "Autopay" ADD CONSTRAINT "Autopay_over" CHECK ("status" = 'APPROVED' OR "opensAt" IS NULL);
ALTER TABLE "AutopayCharge" ADD CONSTRAINT "AutopayCharge_state_known" CHECK ("state" IN ('GENERATING', 'PROCESSING', 'PAID', 'SKIPPED', 'FAILED', 'CANCELLED'));
ALTER TABLE "AutopayCharge" ADD CONSTRAINT "AutopayCharge_due" CHECK (("state" = 'PROCESSING') = ("nextAt" IS NOT NULL) AND "tries" BETWEEN 0 AND 3);
ALTER TABLE "AutopayCall" ADD CONSTRAINT "AutopayCall_known" CHECK ("kind" IN ('BALANCE', 'SETTLEMENT', 'WEBHOOK') AND "origin" IN ('PLANNED', 'DUPLICATE', 'REPLAY') AND "attempt" BETWEEN 1 AND 3);
ALTER TABLE "AutopayCall" ADD CONSTRAINT "AutopayCall_state_known" CHECK ("state" IN ('WAITING', 'SENDING', 'DELIVERED', 'REFUSED', 'FAILED', 'DROPPED', 'CANCELLED', 'UNKNOWN'));

-- One due date is in work at a time, and none is paid twice.
CREATE UNIQUE INDEX "AutopayCharge_one_open" ON "AutopayCharge"("autopayId") WHERE "state" IN ('GENERATING', 'PROCESSING');
CREATE UNIQUE INDEX "Transaction_autopay_paid_once" ON "Transaction"("autopayChargeId") WHERE "status" = 'APPROVED';
