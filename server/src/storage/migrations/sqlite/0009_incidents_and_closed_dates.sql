ALTER TABLE `sites` ADD `closed_dates` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `sites` ADD `incident` text DEFAULT '{"isOn":false,"texts":{"es":"","en":""}}' NOT NULL;--> statement-breakpoint
ALTER TABLE `sites` ADD `incident_changed_at` integer DEFAULT 0 NOT NULL;