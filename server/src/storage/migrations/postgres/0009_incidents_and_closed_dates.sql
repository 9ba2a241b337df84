ALTER TABLE "sites" ADD COLUMN "closed_dates" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "incident" text DEFAULT '{"isOn":false,"texts":{"es":"","en":""}}' NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "incident_changed_at" bigint DEFAULT 0 NOT NULL;