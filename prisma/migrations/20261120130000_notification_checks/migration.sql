-- CreateTable
CREATE TABLE "NotificationCheck" (
    "id" TEXT NOT NULL,
    "requestId" TEXT,
    "reference" TEXT,
    "toldStatus" TEXT NOT NULL,
    "toldDate" TEXT NOT NULL,
    "algorithm" TEXT,
    "signatureStart" TEXT NOT NULL,
    "bodyRedacted" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "httpStatus" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NotificationCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NotificationCheck_requestId_at_idx" ON "NotificationCheck"("requestId", "at");

-- Closed lists, and only ever added to.
ALTER TABLE "NotificationCheck"
  ADD CONSTRAINT "NotificationCheck_outcome_known" CHECK ("outcome" IN ('ACCEPTED', 'REFUSED')),
  ADD CONSTRAINT "NotificationCheck_algorithm_known" CHECK ("algorithm" IN ('sha256', 'sha1')),
  ADD CONSTRAINT "NotificationCheck_signature_cut" CHECK (length("signatureStart") <= 16);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "NotificationCheck" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE TRUNCATE ON "NotificationCheck" EXECUTE FUNCTION refuse_change();
