ALTER TABLE "tickets" ADD COLUMN "type" text COLLATE "C" DEFAULT 'question' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "urgency" text COLLATE "C" DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "impact" text COLLATE "C" DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "priority" bigint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "priority_reason" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_by_type" ON "tickets" USING btree ("site_id","type","updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_by_priority" ON "tickets" USING btree ("site_id","priority","updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_by_status_priority" ON "tickets" USING btree ("site_id","status","priority","updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_by_assignee_priority" ON "tickets" USING btree ("site_id","assignee_id","priority","updated_at","id");