ALTER TABLE `tickets` ADD `type` text DEFAULT 'question' NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `urgency` text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `impact` text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `priority` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `priority_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `tickets_by_type` ON `tickets` (`site_id`,`type`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_priority` ON `tickets` (`site_id`,`priority`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_status_priority` ON `tickets` (`site_id`,`status`,`priority`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_assignee_priority` ON `tickets` (`site_id`,`assignee_id`,`priority`,`updated_at`,`id`);