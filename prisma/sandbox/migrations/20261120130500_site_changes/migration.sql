-- What an operator changed of a site while the gateway ran; it lasts over a restart.
ALTER TABLE "Site" ADD COLUMN "changes" JSON NOT NULL DEFAULT '{}';
