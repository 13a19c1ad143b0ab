-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'PAYMENT';

-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "allowsConfirmation" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "switches" JSON NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Transaction" ADD COLUMN     "agreement" TEXT,
ADD COLUMN     "agreementType" TEXT,
ADD COLUMN     "answers" JSON,
ADD COLUMN     "approvedMinor" BIGINT,
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "confirmBy" TIMESTAMPTZ(3),
ADD COLUMN     "consents" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "discount" JSON,
ADD COLUMN     "lapsesAt" TIMESTAMPTZ(3),
ADD COLUMN     "parentReference" INTEGER;

-- CreateTable
CREATE TABLE "Instrument" (
    "id" SERIAL NOT NULL,
    "siteLogin" TEXT NOT NULL,
    "requestId" INTEGER NOT NULL,
    "token" TEXT NOT NULL,
    "subtoken" TEXT NOT NULL,
    "paymentMethod" TEXT NOT NULL,
    "issuerName" TEXT,
    "bin" TEXT NOT NULL,
    "lastDigits" TEXT NOT NULL,
    "expiration" TEXT NOT NULL,
    "answers" JSON NOT NULL,
    "payer" JSON,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "invalidatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Instrument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectGuard" (
    "siteLogin" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "requestId" INTEGER,
    "chargedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CollectGuard_pkey" PRIMARY KEY ("siteLogin","reference","currency","totalMinor")
);

-- CreateTable
CREATE TABLE "Recurrence" (
    "id" SERIAL NOT NULL,
    "siteLogin" TEXT NOT NULL,
    "requestId" INTEGER NOT NULL,
    "parentReference" INTEGER NOT NULL,
    "periodicity" TEXT NOT NULL,
    "interval" INTEGER NOT NULL,
    "maxPeriods" INTEGER NOT NULL,
    "firstOn" TEXT NOT NULL,
    "lastOn" TEXT,
    "notificationUrl" TEXT,
    "periods" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "endedBy" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recurrence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Instrument_requestId_key" ON "Instrument"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "Instrument_token_key" ON "Instrument"("token");

-- CreateIndex
CREATE UNIQUE INDEX "Instrument_siteLogin_subtoken_key" ON "Instrument"("siteLogin", "subtoken");

-- CreateIndex
CREATE UNIQUE INDEX "Recurrence_requestId_key" ON "Recurrence"("requestId");

-- CreateIndex
CREATE INDEX "Recurrence_dueAt_idx" ON "Recurrence"("dueAt");

-- CreateIndex
CREATE INDEX "Transaction_parentReference_idx" ON "Transaction"("parentReference");

-- CreateIndex
CREATE INDEX "Transaction_lapsesAt_idx" ON "Transaction"("lapsesAt");

-- CreateIndex
CREATE INDEX "Transaction_confirmBy_idx" ON "Transaction"("confirmBy");

-- AddForeignKey
ALTER TABLE "Instrument" ADD CONSTRAINT "Instrument_siteLogin_fkey" FOREIGN KEY ("siteLogin") REFERENCES "Site"("login") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instrument" ADD CONSTRAINT "Instrument_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Session"("requestId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recurrence" ADD CONSTRAINT "Recurrence_siteLogin_fkey" FOREIGN KEY ("siteLogin") REFERENCES "Site"("login") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recurrence" ADD CONSTRAINT "Recurrence_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Session"("requestId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the gateway may write, held by the database.
ALTER TABLE "Session" ADD CONSTRAINT "Session_kind_known" CHECK ("kind" IN ('PAYMENT', 'SUBSCRIPTION', 'COLLECT'));
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_type_known" CHECK ("type" IN ('SALE', 'HOLD', 'TOKENIZE', 'REAUTH', 'CAPTURE', 'RELEASE', 'REVERSE', 'PART', 'RECURRENT'));
ALTER TABLE "Instrument" ADD CONSTRAINT "Instrument_names" CHECK ("token" ~ '^[0-9a-f]{64}$' AND "subtoken" ~ '^[0-9]{16}$' AND right("subtoken", 4) = "lastDigits");
ALTER TABLE "Recurrence" ADD CONSTRAINT "Recurrence_over" CHECK ("enabled" = ("endedBy" IS NULL) AND ("enabled" OR "dueAt" IS NULL));

-- While one attempt is in process no other begins; what waits for the merchant's word is in process.
DROP INDEX "Transaction_one_pending";
CREATE UNIQUE INDEX "Transaction_one_pending" ON "Transaction"("requestId") WHERE "status" IN ('PENDING', 'PENDING_CONFIRMATION');

-- REFUSED: the network's no is the end, as in a collect. DECLINED: the merchant did not confirm.
ALTER TABLE "Session" DROP CONSTRAINT "Session_ending_known";
ALTER TABLE "Session" ADD CONSTRAINT "Session_ending_known" CHECK ("ending" IN ('PAYER', 'MERCHANT', 'EXPIRED', 'REFUSED', 'DECLINED'));

-- A step belongs to a transaction that exists.
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_parentReference_fkey" FOREIGN KEY ("parentReference") REFERENCES "Transaction"("internalReference") ON DELETE SET NULL ON UPDATE CASCADE;
