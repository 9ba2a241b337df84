DROP INDEX "tickets_open";--> statement-breakpoint
DROP INDEX "tickets_of_conversation";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "follows_number" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_solved" ON "tickets" USING btree ("solved_at","id") WHERE status = 'solved';--> statement-breakpoint
CREATE INDEX "tickets_follows" ON "tickets" USING btree ("follows_number") WHERE follows_number > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_of_conversation" ON "tickets" USING btree ("conversation_id");--> statement-breakpoint
UPDATE tickets SET due_at = 0 WHERE status IN ('pending', 'solved', 'closed') OR (status = 'open'
	AND reason IN ('out_of_hours', 'no_agent_available', 'not_picked_up', 'agent_lost', 'visitor_left')
	AND conversation_id IN (SELECT id FROM conversations WHERE last_author_kind = 'agent'));
