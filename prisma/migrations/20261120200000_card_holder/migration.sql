-- AlterTable
ALTER TABLE "CardToken" ADD COLUMN     "holder" TEXT;

-- What follows is written by hand: the rules that must survive a mistake in the code.

ALTER TABLE "CardToken"
  ADD CONSTRAINT "CardToken_holder_form" CHECK (length("holder") BETWEEN 1 AND 121 AND "holder" = btrim("holder")),
  -- A card that is gone keeps nobody's name.
  ADD CONSTRAINT "CardToken_holder_leaves_with_it" CHECK ("state" <> 'INVALID' OR "holder" IS NULL);

-- The gateway names the holder once, when the card is kept. Afterwards the name can only be taken away.
CREATE FUNCTION keep_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."holder" IS NOT NULL AND NEW."holder" IS DISTINCT FROM OLD."holder" THEN
    RAISE EXCEPTION 'The holder of card % is who the gateway named', OLD."id" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept_holder BEFORE UPDATE ON "CardToken" FOR EACH ROW EXECUTE FUNCTION keep_holder();
