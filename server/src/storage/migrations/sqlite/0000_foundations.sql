CREATE TABLE `agent_sites` (
	`agent_id` text NOT NULL,
	`site_id` text NOT NULL,
	PRIMARY KEY(`agent_id`, `site_id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agent_sites_of_site` ON `agent_sites` (`site_id`);--> statement-breakpoint
CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`auth_user_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_folded` text NOT NULL,
	`role` text NOT NULL,
	`availability` text NOT NULL,
	`locale` text NOT NULL,
	`removed_at` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_auth_user_id_unique` ON `agents` (`auth_user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `agents_email` ON `agents` (`email_folded`) WHERE removed_at = 0;--> statement-breakpoint
CREATE TABLE `auth_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `auth_accounts_user` ON `auth_accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_sessions_token_unique` ON `auth_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `auth_sessions_user` ON `auth_sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_users_email_unique` ON `auth_users` (`email`);--> statement-breakpoint
CREATE TABLE `auth_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `auth_verifications_identifier` ON `auth_verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`visitor_id` text NOT NULL,
	`requester_id` text NOT NULL,
	`start_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text NOT NULL,
	`assignee_id` text NOT NULL,
	`queued_at` integer NOT NULL,
	`is_front` integer NOT NULL,
	`subject` text NOT NULL,
	`context` text NOT NULL,
	`last_seq` integer NOT NULL,
	`last_public_seq` integer NOT NULL,
	`last_author_kind` text NOT NULL,
	`last_entry_at` integer NOT NULL,
	`last_reply_seq` integer NOT NULL,
	`last_reply_by` text NOT NULL,
	`visitor_read_seq` integer NOT NULL,
	`agent_read_seq` integer NOT NULL,
	`deadline_at` integer NOT NULL,
	`deadline_reason` text NOT NULL,
	`ended_at` integer NOT NULL,
	`end_reason` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visitor_id`) REFERENCES `visitors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conversations_deadline_unless_ended" CHECK((state = 'ended') = (deadline_at = 0)),
	CONSTRAINT "conversations_deadline_reason" CHECK((deadline_at = 0) = (deadline_reason = '')),
	CONSTRAINT "conversations_outcome_when_ended" CHECK((state = 'ended') = (outcome <> '')),
	CONSTRAINT "conversations_active_is_assigned" CHECK(state <> 'active' OR assignee_id <> '')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_start` ON `conversations` (`visitor_id`,`start_id`);--> statement-breakpoint
CREATE INDEX `conversations_deadline` ON `conversations` (`deadline_at`) WHERE deadline_at > 0;--> statement-breakpoint
CREATE INDEX `conversations_live` ON `conversations` (`site_id`,`state`,`queued_at`,`id`) WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX `conversations_assignee` ON `conversations` (`assignee_id`,`state`) WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX `conversations_requester` ON `conversations` (`requester_id`,`created_at`) WHERE requester_id <> '';--> statement-breakpoint
CREATE INDEX `conversations_without_outcome` ON `conversations` (`id`) WHERE state = 'ended' AND outcome = '';--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`site_id` text NOT NULL,
	`seq` integer NOT NULL,
	`public_seq` integer NOT NULL,
	`kind` text NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text NOT NULL,
	`client_id` text NOT NULL,
	`body` text NOT NULL,
	`data` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_seq` ON `entries` (`conversation_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_public_seq` ON `entries` (`conversation_id`,`public_seq`) WHERE public_seq > 0;--> statement-breakpoint
CREATE UNIQUE INDEX `entries_client_id` ON `entries` (`conversation_id`,`client_id`) WHERE client_id <> '';--> statement-breakpoint
CREATE INDEX `entries_position` ON `entries` (`position`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`type` text NOT NULL,
	`version` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject_kind`,`subject_id`,`position`);--> statement-breakpoint
CREATE INDEX `events_position` ON `events` (`position`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`name` text NOT NULL,
	`is_built_in` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `groups_of_site` ON `groups` (`site_id`);--> statement-breakpoint
CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`site_ids` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `read_marks` (
	`conversation_id` text NOT NULL,
	`reader_id` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `reader_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `requesters` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_folded` text NOT NULL,
	`email_verified_at` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requesters_external_id` ON `requesters` (`site_id`,`external_id`) WHERE external_id <> '';--> statement-breakpoint
CREATE INDEX `requesters_email` ON `requesters` (`site_id`,`email_folded`);--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`origins` text NOT NULL,
	`identity_secrets` text NOT NULL,
	`locale` text NOT NULL,
	`accent` text NOT NULL,
	`launcher_position` text NOT NULL,
	`time_zone` text NOT NULL,
	`opening_hours` text NOT NULL,
	`pick_up_ms` integer NOT NULL,
	`reply_ms` integer NOT NULL,
	`idle_ms` integer NOT NULL,
	`reopen_ms` integer NOT NULL,
	`grace_ms` integer NOT NULL,
	`visitor_return_ms` integer NOT NULL,
	`first_reply_minutes` integer NOT NULL,
	`disabled_at` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_key_unique` ON `sites` (`key`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`site_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`requester_id` text NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`assignee_id` text NOT NULL,
	`group_id` text NOT NULL,
	`channel` text NOT NULL,
	`subject` text NOT NULL,
	`received_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`solved_at` integer NOT NULL,
	`closed_at` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tickets_responsible" CHECK(assignee_id <> '' OR group_id <> '')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number_unique` ON `tickets` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_open` ON `tickets` (`conversation_id`) WHERE status <> 'closed';--> statement-breakpoint
CREATE INDEX `tickets_of_conversation` ON `tickets` (`conversation_id`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_by_update` ON `tickets` (`site_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_open_by_update` ON `tickets` (`site_id`,`updated_at`,`id`) WHERE status <> 'closed';--> statement-breakpoint
CREATE INDEX `tickets_by_status` ON `tickets` (`site_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_by_assignee` ON `tickets` (`site_id`,`assignee_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `visitors` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`requester_id` text NOT NULL,
	`blocked_at` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visitors_requester` ON `visitors` (`requester_id`);