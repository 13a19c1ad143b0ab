-- What AutoPay asked and told at the shop's endpoints, how it was checked, and what was answered.
CREATE TABLE "ContractCall" (
    "id" TEXT NOT NULL,
    "mandateId" TEXT NOT NULL,
    "contract" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "signature" TEXT,
    "signedText" TEXT,
    "signatureStart" TEXT,
    "bodyRedacted" JSON NOT NULL,
    "answerRedacted" JSON NOT NULL,
    "httpStatus" INTEGER NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContractCall_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ContractCall_mandateId_at_idx" ON "ContractCall"("mandateId", "at");

ALTER TABLE "ContractCall" ADD CONSTRAINT "ContractCall_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Closed lists, and only ever added to.
ALTER TABLE "ContractCall"
  ADD CONSTRAINT "ContractCall_contract_known" CHECK ("contract" IN ('balance', 'settlement', 'webhook')),
  ADD CONSTRAINT "ContractCall_password_known" CHECK ("password" IN ('FITS', 'DIFFERS', 'MISSING')),
  ADD CONSTRAINT "ContractCall_signature_known" CHECK ("signature" IN ('FITS', 'DIFFERS')),
  ADD CONSTRAINT "ContractCall_signature_cut" CHECK (length("signatureStart") <= 8);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ContractCall" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE TRUNCATE ON "ContractCall" EXECUTE FUNCTION refuse_change();
