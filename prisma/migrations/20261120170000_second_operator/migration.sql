-- What one operator asks for and another has to agree with, and what each has asked for in a day.
ALTER TABLE "Operation"
  ADD COLUMN "askedById" TEXT,
  ADD COLUMN "askedWhy" TEXT,
  ADD COLUMN "stakeMinor" BIGINT,
  ADD COLUMN "needsSecond" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "approvedById" TEXT,
  ADD COLUMN "approvedBy" TEXT;
CREATE INDEX "Operation_askedById_createdAt_idx" ON "Operation"("askedById", "createdAt");

ALTER TABLE "Operation"
  DROP CONSTRAINT "Operation_state_known",
  DROP CONSTRAINT "Operation_ended_is_not_watched",
  ADD CONSTRAINT "Operation_state_known" CHECK ("state" IN ('PROPOSED', 'PREPARED', 'SENT', 'IN_DOUBT', 'DONE', 'REFUSED', 'ABANDONED')),
  ADD CONSTRAINT "Operation_ended_is_not_watched" CHECK ("nextAt" IS NULL OR "state" IN ('PROPOSED', 'PREPARED', 'SENT', 'IN_DOUBT')),
  ADD CONSTRAINT "Operation_stake_not_negative" CHECK ("stakeMinor" >= 0),
  -- Nobody agrees with themselves, and without a second one nothing is sent, whatever the code says.
  ADD CONSTRAINT "Operation_four_eyes" CHECK (NOT "needsSecond" OR "state" IN ('PROPOSED', 'ABANDONED')
    OR ("approvedById" IS NOT NULL AND "askedById" IS NOT NULL AND "approvedById" <> "askedById")),
  ADD CONSTRAINT "Operation_proposed_needs_second" CHECK ("state" <> 'PROPOSED' OR "needsSecond");

-- What is proposed holds its transaction too: nobody asks for anything else of it meanwhile.
DROP INDEX "Operation_one_unresolved_per_target";
CREATE UNIQUE INDEX "Operation_one_unresolved_per_target" ON "Operation" ("environment", "targetReference")
  WHERE "state" IN ('PROPOSED', 'PREPARED', 'SENT', 'IN_DOUBT');

CREATE FUNCTION keep_operation_asker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."askedById", NEW."askedWhy", NEW."stakeMinor", NEW."needsSecond")
     IS DISTINCT FROM (OLD."askedById", OLD."askedWhy", OLD."stakeMinor", OLD."needsSecond")
     OR (OLD."approvedById" IS NOT NULL AND NEW."approvedById" IS DISTINCT FROM OLD."approvedById") THEN
    RAISE EXCEPTION 'Who asked for operation %, and who agreed, is frozen', OLD."id" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_asker BEFORE UPDATE ON "Operation" FOR EACH ROW EXECUTE FUNCTION keep_operation_asker();
