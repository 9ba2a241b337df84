CREATE TABLE "articles" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"phrasings" text NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"audience" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"edition" text NOT NULL,
	"has_changes" boolean NOT NULL,
	"revision" bigint NOT NULL,
	"views" bigint NOT NULL,
	"helpful_yes" bigint NOT NULL,
	"helpful_no" bigint NOT NULL,
	"updated_by" text COLLATE "C" NOT NULL,
	"published_at" bigint NOT NULL,
	"version" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "articles_published_is_written" CHECK (state <> 'published' OR edition <> '{}')
);
--> statement-breakpoint
CREATE TABLE "search_misses" (
	"site_id" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"count" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	CONSTRAINT "search_misses_site_id_locale_text_pk" PRIMARY KEY("site_id","locale","text")
);
--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_misses" ADD CONSTRAINT "search_misses_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "articles_slug" ON "articles" USING btree ("site_id","slug","locale");--> statement-breakpoint
CREATE INDEX "articles_by_update" ON "articles" USING btree ("site_id","locale","updated_at","id");--> statement-breakpoint
CREATE INDEX "articles_by_state" ON "articles" USING btree ("site_id","locale","state","updated_at","id");--> statement-breakpoint
CREATE INDEX "articles_by_revision" ON "articles" USING btree ("revision") WHERE revision > 0;--> statement-breakpoint
CREATE INDEX "search_misses_by_count" ON "search_misses" USING btree ("site_id","locale","count","text");--> statement-breakpoint
CREATE INDEX "search_misses_by_time" ON "search_misses" USING btree ("site_id","locale","last_at");