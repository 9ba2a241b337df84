CREATE TABLE "mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"conversation_id" text COLLATE "C" NOT NULL,
	"ticket_id" text COLLATE "C" NOT NULL,
	"visitor_id" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"address_folded" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"attempts" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_links" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"ticket_id" text COLLATE "C" NOT NULL,
	"conversation_id" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"address_folded" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint NOT NULL,
	CONSTRAINT "ticket_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "address" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "mails_received_once" ON "mails" USING btree ("ticket_id","address_folded") WHERE kind = 'received';--> statement-breakpoint
CREATE UNIQUE INDEX "mails_answered_waits_once" ON "mails" USING btree ("ticket_id") WHERE kind = 'answered' AND state = 'waiting';--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("due_at","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "mails_to_address" ON "mails" USING btree ("address_folded","created_at");--> statement-breakpoint
CREATE INDEX "mails_of_visitor" ON "mails" USING btree ("visitor_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_settled" ON "mails" USING btree ("created_at") WHERE state <> 'waiting';--> statement-breakpoint
CREATE INDEX "ticket_links_of_conversation" ON "ticket_links" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "ticket_links_expiry" ON "ticket_links" USING btree ("expires_at");