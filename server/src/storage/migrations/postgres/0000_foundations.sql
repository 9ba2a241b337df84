CREATE TABLE "agent_sites" (
	"agent_id" text COLLATE "C" NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "agent_sites_agent_id_site_id_pk" PRIMARY KEY("agent_id","site_id")
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"auth_user_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_folded" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"availability" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"removed_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "agents_auth_user_id_unique" UNIQUE("auth_user_id")
);
--> statement-breakpoint
CREATE TABLE "auth_accounts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"provider_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"access_token" text COLLATE "C",
	"refresh_token" text COLLATE "C",
	"id_token" text COLLATE "C",
	"access_token_expires_at" bigint,
	"refresh_token_expires_at" bigint,
	"scope" text COLLATE "C",
	"password" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"expires_at" bigint NOT NULL,
	"token" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"ip_address" text COLLATE "C",
	"user_agent" text COLLATE "C",
	"user_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "auth_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_users" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "auth_users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verifications" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"identifier" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"visitor_id" text COLLATE "C" NOT NULL,
	"requester_id" text COLLATE "C" NOT NULL,
	"start_id" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"assignee_id" text COLLATE "C" NOT NULL,
	"queued_at" bigint NOT NULL,
	"is_front" boolean NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"context" text NOT NULL,
	"last_seq" bigint NOT NULL,
	"last_public_seq" bigint NOT NULL,
	"last_author_kind" text COLLATE "C" NOT NULL,
	"last_entry_at" bigint NOT NULL,
	"last_reply_seq" bigint NOT NULL,
	"last_reply_by" text COLLATE "C" NOT NULL,
	"visitor_read_seq" bigint NOT NULL,
	"agent_read_seq" bigint NOT NULL,
	"deadline_at" bigint NOT NULL,
	"deadline_reason" text COLLATE "C" NOT NULL,
	"ended_at" bigint NOT NULL,
	"end_reason" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "conversations_deadline_unless_ended" CHECK ((state = 'ended') = (deadline_at = 0)),
	CONSTRAINT "conversations_deadline_reason" CHECK ((deadline_at = 0) = (deadline_reason = '')),
	CONSTRAINT "conversations_outcome_when_ended" CHECK ((state = 'ended') = (outcome <> '')),
	CONSTRAINT "conversations_active_is_assigned" CHECK (state <> 'active' OR assignee_id <> '')
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"conversation_id" text COLLATE "C" NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"public_seq" bigint NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"author_kind" text COLLATE "C" NOT NULL,
	"author_id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"data" text NOT NULL,
	"position" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"subject_kind" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"actor_kind" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"is_built_in" boolean NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"site_ids" text NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint NOT NULL,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "read_marks" (
	"conversation_id" text COLLATE "C" NOT NULL,
	"reader_id" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "read_marks_conversation_id_reader_id_pk" PRIMARY KEY("conversation_id","reader_id")
);
--> statement-breakpoint
CREATE TABLE "requesters" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_folded" text COLLATE "C" NOT NULL,
	"email_verified_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"origins" text NOT NULL,
	"identity_secrets" text NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"accent" text COLLATE "C" NOT NULL,
	"launcher_position" text COLLATE "C" NOT NULL,
	"time_zone" text COLLATE "C" NOT NULL,
	"opening_hours" text NOT NULL,
	"pick_up_ms" bigint NOT NULL,
	"reply_ms" bigint NOT NULL,
	"idle_ms" bigint NOT NULL,
	"reopen_ms" bigint NOT NULL,
	"grace_ms" bigint NOT NULL,
	"visitor_return_ms" bigint NOT NULL,
	"first_reply_minutes" bigint NOT NULL,
	"disabled_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "sites_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"conversation_id" text COLLATE "C" NOT NULL,
	"requester_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"assignee_id" text COLLATE "C" NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"received_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"solved_at" bigint NOT NULL,
	"closed_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "tickets_number_unique" UNIQUE("number"),
	CONSTRAINT "tickets_responsible" CHECK (assignee_id <> '' OR group_id <> '')
);
--> statement-breakpoint
CREATE TABLE "visitors" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"requester_id" text COLLATE "C" NOT NULL,
	"blocked_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agent_sites" ADD CONSTRAINT "agent_sites_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_sites" ADD CONSTRAINT "agent_sites_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_visitor_id_visitors_id_fk" FOREIGN KEY ("visitor_id") REFERENCES "public"."visitors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requesters" ADD CONSTRAINT "requesters_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agent_sites_of_site" ON "agent_sites" USING btree ("site_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_email" ON "agents" USING btree ("email_folded") WHERE removed_at = 0;--> statement-breakpoint
CREATE INDEX "auth_accounts_user" ON "auth_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_user" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_verifications_identifier" ON "auth_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_start" ON "conversations" USING btree ("visitor_id","start_id");--> statement-breakpoint
CREATE INDEX "conversations_deadline" ON "conversations" USING btree ("deadline_at") WHERE deadline_at > 0;--> statement-breakpoint
CREATE INDEX "conversations_live" ON "conversations" USING btree ("site_id","state","queued_at","id") WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX "conversations_assignee" ON "conversations" USING btree ("assignee_id","state") WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX "conversations_requester" ON "conversations" USING btree ("requester_id","created_at") WHERE requester_id <> '';--> statement-breakpoint
CREATE INDEX "conversations_without_outcome" ON "conversations" USING btree ("id") WHERE state = 'ended' AND outcome = '';--> statement-breakpoint
CREATE UNIQUE INDEX "entries_seq" ON "entries" USING btree ("conversation_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_public_seq" ON "entries" USING btree ("conversation_id","public_seq") WHERE public_seq > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "entries_client_id" ON "entries" USING btree ("conversation_id","client_id") WHERE client_id <> '';--> statement-breakpoint
CREATE INDEX "entries_position" ON "entries" USING btree ("position");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_kind","subject_id","position");--> statement-breakpoint
CREATE INDEX "events_position" ON "events" USING btree ("position");--> statement-breakpoint
CREATE INDEX "groups_of_site" ON "groups" USING btree ("site_id");--> statement-breakpoint
CREATE UNIQUE INDEX "requesters_external_id" ON "requesters" USING btree ("site_id","external_id") WHERE external_id <> '';--> statement-breakpoint
CREATE INDEX "requesters_email" ON "requesters" USING btree ("site_id","email_folded");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_open" ON "tickets" USING btree ("conversation_id") WHERE status <> 'closed';--> statement-breakpoint
CREATE INDEX "tickets_of_conversation" ON "tickets" USING btree ("conversation_id","number");--> statement-breakpoint
CREATE INDEX "tickets_by_update" ON "tickets" USING btree ("site_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_open_by_update" ON "tickets" USING btree ("site_id","updated_at","id") WHERE status <> 'closed';--> statement-breakpoint
CREATE INDEX "tickets_by_status" ON "tickets" USING btree ("site_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "tickets_by_assignee" ON "tickets" USING btree ("site_id","assignee_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "visitors_requester" ON "visitors" USING btree ("requester_id");