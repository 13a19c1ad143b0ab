-- A fault rule may have a webhook say what is not so.
ALTER TABLE "AutopayCall" DROP CONSTRAINT "AutopayCall_known";
ALTER TABLE "AutopayCall" ADD CONSTRAINT "AutopayCall_known" CHECK ("kind" IN ('BALANCE', 'SETTLEMENT', 'WEBHOOK') AND "origin" IN ('PLANNED', 'DUPLICATE', 'REPLAY', 'FORGED') AND "attempt" BETWEEN 1 AND 3);
