CREATE TABLE "files" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"conversation_id" text COLLATE "C" NOT NULL,
	"entry_id" text COLLATE "C" NOT NULL,
	"owner_kind" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"storage_key" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"mime" text COLLATE "C" NOT NULL,
	"size_bytes" bigint NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "files_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "files_attached_to_an_entry" CHECK (state <> 'attached' OR (conversation_id <> '' AND entry_id <> ''))
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_not_attached" ON "files" USING btree ("created_at","id") WHERE state <> 'attached';