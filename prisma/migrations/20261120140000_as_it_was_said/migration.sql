-- json keeps what was said in the order in which it was said; jsonb sorts its keys. Nobody searches inside it.
ALTER TABLE "GatewayCall"
  ALTER COLUMN "requestRedacted" TYPE JSON,
  ALTER COLUMN "responseRedacted" TYPE JSON;

ALTER TABLE "NotificationCheck" ALTER COLUMN "bodyRedacted" TYPE JSON;
