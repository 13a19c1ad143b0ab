-- What a means of payment tells besides a card's digits: the bank of PSE, the phone of Nequi, the credit of Ecuador.
ALTER TABLE "Transaction" ADD COLUMN "details" JSON;

-- What an attempt may wait for.
ALTER TABLE "Transaction" ADD CONSTRAINT "Transaction_waits_known" CHECK ("waitsFor" IN ('DELAY', 'SILENCE', 'OPERATOR', 'BANK', 'PUSH', 'CASH'));
