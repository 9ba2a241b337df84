CREATE TABLE "site_sightings" (
	"site_id" text COLLATE "C" NOT NULL,
	"host" text COLLATE "C" NOT NULL,
	"loaded_at" bigint NOT NULL,
	"reached_at" bigint NOT NULL,
	"blocked_at" bigint NOT NULL,
	"directive" text COLLATE "C" NOT NULL,
	CONSTRAINT "site_sightings_site_id_host_pk" PRIMARY KEY("site_id","host")
);
