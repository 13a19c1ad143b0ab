-- AlterTable
ALTER TABLE "Suspense" ADD COLUMN "resolution" TEXT;

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "operatorId" TEXT NOT NULL,
    "operatorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "orderId" TEXT,
    "target" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "OperatorSession" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OperatorSession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_hash_key" ON "AuditEntry"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_orderId_seq_idx" ON "AuditEntry"("orderId", "seq");

-- CreateIndex
CREATE INDEX "OperatorSession_userId_idx" ON "OperatorSession"("userId");

-- AddForeignKey
ALTER TABLE "OperatorSession" ADD CONSTRAINT "OperatorSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "Order_status_createdAt_idx";

-- CreateIndex
CREATE INDEX "Order_createdAt_id_idx" ON "Order"("createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Order_status_createdAt_id_idx" ON "Order"("status", "createdAt" DESC, "id");

-- What follows is written by hand.

-- The audit is only ever added to, without a gap, by somebody with a reason.
ALTER TABLE "AuditEntry"
  ADD CONSTRAINT "AuditEntry_seq_positive" CHECK ("seq" > 0),
  ADD CONSTRAINT "AuditEntry_reason_given" CHECK (length("reason") BETWEEN 1 AND 500),
  ADD CONSTRAINT "AuditEntry_hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "previousHash" ~ '^[0-9a-f]{64}$');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE TRUNCATE ON "AuditEntry" EXECUTE FUNCTION refuse_change();

-- What an operator looks at first is few among many: each list has an index of its own size.
CREATE INDEX "CheckoutSession_in_doubt" ON "CheckoutSession" ("createdAt", "id")
  WHERE "suspectedAt" IS NOT NULL OR "status" = 'IN_DOUBT';
CREATE INDEX "Suspense_open" ON "Suspense" ("createdAt" DESC, "id") WHERE "resolvedAt" IS NULL;
