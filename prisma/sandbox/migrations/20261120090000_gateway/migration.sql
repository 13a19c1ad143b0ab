-- CreateTable
CREATE TABLE "Site" (
    "login" TEXT NOT NULL,
    "secretKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "currencies" TEXT[],
    "methods" TEXT[],
    "supportEmail" TEXT NOT NULL,
    "signature" TEXT NOT NULL DEFAULT 'sha256',
    "notificationUrl" TEXT,
    "attemptsLimit" INTEGER NOT NULL DEFAULT 10,
    "maxDispersion" INTEGER NOT NULL DEFAULT 3,
    "strictNonce" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "expiresAt" TIMESTAMPTZ(3),
    "credentialsExpireAt" TIMESTAMPTZ(3),

    CONSTRAINT "Site_pkey" PRIMARY KEY ("login")
);

-- CreateTable
CREATE TABLE "Session" (
    "requestId" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "siteLogin" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "currency" TEXT,
    "totalMinor" BIGINT,
    "request" JSON NOT NULL,
    "payer" JSON,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "reason" TEXT NOT NULL DEFAULT 'PC',
    "statusAt" TIMESTAMPTZ(3) NOT NULL,
    "ending" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("requestId")
);

-- CreateTable
CREATE TABLE "Transaction" (
    "internalReference" SERIAL NOT NULL,
    "siteLogin" TEXT NOT NULL,
    "requestId" INTEGER,
    "number" INTEGER NOT NULL,
    "attemptToken" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "type" TEXT NOT NULL DEFAULT 'SALE',
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "statusAt" TIMESTAMPTZ(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "refundedMinor" BIGINT NOT NULL DEFAULT 0,
    "paymentMethod" TEXT NOT NULL,
    "paymentMethodName" TEXT NOT NULL,
    "issuerName" TEXT,
    "franchise" TEXT NOT NULL,
    "authorization" TEXT NOT NULL,
    "receipt" TEXT,
    "bin" TEXT NOT NULL,
    "lastDigits" TEXT NOT NULL,
    "expiration" TEXT NOT NULL,
    "installments" INTEGER,
    "ipAddress" TEXT NOT NULL,
    "step" TEXT,
    "plan" JSON NOT NULL,
    "waitsFor" TEXT,
    "resolveAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Transaction_pkey" PRIMARY KEY ("internalReference")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" SERIAL NOT NULL,
    "requestId" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'WAITING',
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "httpStatus" INTEGER,
    "durationMs" INTEGER,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fault" (
    "id" SERIAL NOT NULL,
    "op" TEXT NOT NULL,
    "requestId" INTEGER,
    "reference" TEXT,
    "referencePrefix" TEXT,
    "nth" INTEGER,
    "at" TEXT NOT NULL,
    "action" JSON NOT NULL,
    "seen" INTEGER NOT NULL DEFAULT 0,
    "fired" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Fault_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nonce" (
    "siteLogin" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Nonce_pkey" PRIMARY KEY ("siteLogin","digest")
);

-- CreateTable
CREATE TABLE "Clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetMs" BIGINT NOT NULL DEFAULT 0,
    "frozenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Session_siteLogin_reference_idx" ON "Session"("siteLogin", "reference");

-- CreateIndex
CREATE INDEX "Session_dueAt_idx" ON "Session"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Transaction_attemptToken_key" ON "Transaction"("attemptToken");

-- CreateIndex
CREATE INDEX "Transaction_siteLogin_reference_idx" ON "Transaction"("siteLogin", "reference");

-- CreateIndex
CREATE INDEX "Transaction_resolveAt_idx" ON "Transaction"("resolveAt");

-- CreateIndex
CREATE UNIQUE INDEX "Transaction_requestId_number_key" ON "Transaction"("requestId", "number");

-- CreateIndex
CREATE INDEX "Delivery_requestId_idx" ON "Delivery"("requestId");

-- CreateIndex
CREATE INDEX "Delivery_state_dueAt_idx" ON "Delivery"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Fault_op_idx" ON "Fault"("op");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_siteLogin_fkey" FOREIGN KEY ("siteLogin") REFERENCES "Site"("login") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_siteLogin_fkey" FOREIGN KEY ("siteLogin") REFERENCES "Site"("login") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Session"("requestId") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Session"("requestId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nonce" ADD CONSTRAINT "Nonce_siteLogin_fkey" FOREIGN KEY ("siteLogin") REFERENCES "Site"("login") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the gateway may write, held by the database.
ALTER TABLE "Session" ADD CONSTRAINT "Session_status_known" CHECK ("status" IN ('PENDING', 'APPROVED', 'REJECTED', 'APPROVED_PARTIAL', 'PARTIAL_EXPIRED'));
ALTER TABLE "Session" ADD CONSTRAINT "Session_ending_known" CHECK ("ending" IN ('PAYER', 'MERCHANT', 'EXPIRED'));
ALTER TABLE "Session" ADD CONSTRAINT "Session_total_not_negative" CHECK ("totalMinor" >= 0);
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_total_not_negative" CHECK ("totalMinor" >= 0 AND "refundedMinor" >= 0 AND "refundedMinor" <= "totalMinor");
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_state_known" CHECK ("state" IN ('WAITING', 'SENDING', 'DELIVERED', 'REFUSED', 'FAILED', 'DROPPED', 'UNKNOWN'));
ALTER TABLE "Clock" ADD CONSTRAINT "Clock_one_row" CHECK ("id" = 1);

-- One notification of its own accord per session, whatever runs twice.
CREATE UNIQUE INDEX "Delivery_final_once" ON "Delivery"("requestId") WHERE "origin" = 'FINAL';

-- A rule without a target would hit everybody.
ALTER TABLE "Fault" ADD CONSTRAINT "Fault_has_target" CHECK ("requestId" IS NOT NULL OR "reference" IS NOT NULL OR "referencePrefix" <> '');

-- Numbers as long as the real gateway's.
ALTER SEQUENCE "Session_requestId_seq" RESTART WITH 1001;
ALTER SEQUENCE "Transaction_internalReference_seq" RESTART WITH 1519100001;

-- While one attempt is in process no other begins.
CREATE UNIQUE INDEX "Transaction_one_pending" ON "Transaction"("requestId") WHERE "status" = 'PENDING';
