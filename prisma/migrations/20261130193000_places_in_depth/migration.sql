-- CreateTable
CREATE TABLE "District" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "AreaDistrict" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "areaId" INTEGER NOT NULL,
    "districtId" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "correctsId" INTEGER,
    "byId" INTEGER,
    "at" TEXT NOT NULL,
    CONSTRAINT "AreaDistrict_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AreaDistrict_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AreaDistrict_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "AreaDistrict" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AreaDistrict_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Estate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "built" INTEGER,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "EstateFact" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "estateId" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "ownerId" INTEGER,
    "districtId" INTEGER,
    "family" INTEGER,
    "youth" INTEGER,
    "elderly" INTEGER,
    "other" INTEGER,
    "note" TEXT NOT NULL,
    "correctsId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "EstateFact_estateId_fkey" FOREIGN KEY ("estateId") REFERENCES "Estate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EstateFact_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EstateFact_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EstateFact_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "EstateFact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EstateFact_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AreaDelimitation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "areaId" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "correctsId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "AreaDelimitation_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AreaDelimitation_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "AreaDelimitation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AreaDelimitation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DelimitationEstate" (
    "delimitationId" INTEGER NOT NULL,
    "estateId" INTEGER NOT NULL,

    PRIMARY KEY ("delimitationId", "estateId"),
    CONSTRAINT "DelimitationEstate_delimitationId_fkey" FOREIGN KEY ("delimitationId") REFERENCES "AreaDelimitation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DelimitationEstate_estateId_fkey" FOREIGN KEY ("estateId") REFERENCES "Estate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DelimitationOrigin" (
    "delimitationId" INTEGER NOT NULL,
    "originId" INTEGER NOT NULL,

    PRIMARY KEY ("delimitationId", "originId"),
    CONSTRAINT "DelimitationOrigin_delimitationId_fkey" FOREIGN KEY ("delimitationId") REFERENCES "AreaDelimitation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DelimitationOrigin_originId_fkey" FOREIGN KEY ("originId") REFERENCES "AreaDelimitation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "District_slug_key" ON "District"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "AreaDistrict_correctsId_key" ON "AreaDistrict"("correctsId");

-- CreateIndex
CREATE INDEX "AreaDistrict_areaId_idx" ON "AreaDistrict"("areaId");

-- CreateIndex
CREATE INDEX "AreaDistrict_districtId_idx" ON "AreaDistrict"("districtId");

-- CreateIndex
CREATE UNIQUE INDEX "Estate_slug_key" ON "Estate"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "EstateFact_correctsId_key" ON "EstateFact"("correctsId");

-- CreateIndex
CREATE INDEX "EstateFact_estateId_idx" ON "EstateFact"("estateId");

-- CreateIndex
CREATE INDEX "EstateFact_ownerId_idx" ON "EstateFact"("ownerId");

-- CreateIndex
CREATE INDEX "EstateFact_districtId_idx" ON "EstateFact"("districtId");

-- CreateIndex
CREATE UNIQUE INDEX "AreaDelimitation_correctsId_key" ON "AreaDelimitation"("correctsId");

-- CreateIndex
CREATE INDEX "AreaDelimitation_areaId_idx" ON "AreaDelimitation"("areaId");

-- CreateIndex
CREATE INDEX "DelimitationEstate_estateId_idx" ON "DelimitationEstate"("estateId");

-- CreateIndex
CREATE INDEX "DelimitationOrigin_originId_idx" ON "DelimitationOrigin"("originId");

-- What was told of a place stands: another row replaces it, and points back.
CREATE TRIGGER "District_never_goes" BEFORE DELETE ON "District"
BEGIN
  SELECT RAISE(ABORT, 'a district is closed, not deleted');
END;

CREATE TRIGGER "Estate_never_goes" BEFORE DELETE ON "Estate"
BEGIN
  SELECT RAISE(ABORT, 'an estate is closed, not deleted');
END;

CREATE TRIGGER "AreaDistrict_stands" BEFORE UPDATE ON "AreaDistrict"
BEGIN
  SELECT RAISE(ABORT, 'what was told of a place stands');
END;

CREATE TRIGGER "AreaDistrict_never_goes" BEFORE DELETE ON "AreaDistrict"
BEGIN
  SELECT RAISE(ABORT, 'what was told of a place stands');
END;

CREATE TRIGGER "AreaDistrict_never_replaced" BEFORE INSERT ON "AreaDistrict"
WHEN EXISTS (SELECT 1 FROM "AreaDistrict" WHERE "id" = NEW."id" OR "correctsId" = NEW."correctsId")
BEGIN
  SELECT RAISE(ABORT, 'what was told of a place stands');
END;

CREATE TRIGGER "AreaDistrict_corrects_its_own" BEFORE INSERT ON "AreaDistrict"
WHEN NEW."correctsId" IS NOT NULL AND NEW."areaId" <> (SELECT "areaId" FROM "AreaDistrict" WHERE "id" = NEW."correctsId")
BEGIN
  SELECT RAISE(ABORT, 'a correction is of what was told of the same place');
END;

CREATE TRIGGER "EstateFact_stands" BEFORE UPDATE ON "EstateFact"
BEGIN
  SELECT RAISE(ABORT, 'what was told of a place stands');
END;

CREATE TRIGGER "EstateFact_never_goes" BEFORE DELETE ON "EstateFact"
BEGIN
  SELECT RAISE(ABORT, 'what was told of a place stands');
END;

CREATE TRIGGER "EstateFact_never_replaced" BEFORE INSERT ON "EstateFact"
WHEN EXISTS (SELECT 1 FROM "EstateFact" WHERE "id" = NEW."id" OR "correctsId" = NEW."correctsId")
BEGIN
  SELECT RAISE(ABORT, 'what was told of a place stands');
END;

CREATE TRIGGER "EstateFact_corrects_its_own" BEFORE INSERT ON "EstateFact"
WHEN NEW."correctsId" IS NOT NULL AND NEW."estateId" <> (SELECT "estateId" FROM "EstateFact" WHERE "id" = NEW."correctsId")
BEGIN
  SELECT RAISE(ABORT, 'a correction is of what was told of the same place');
END;

CREATE TRIGGER "EstateFact_counts_all_types" BEFORE INSERT ON "EstateFact"
WHEN (NEW."family" IS NULL) + (NEW."youth" IS NULL) + (NEW."elderly" IS NULL) + (NEW."other" IS NULL) NOT IN (0, 4)
  OR min(coalesce(NEW."family", 0), coalesce(NEW."youth", 0), coalesce(NEW."elderly", 0), coalesce(NEW."other", 0)) < 0
BEGIN
  SELECT RAISE(ABORT, 'homes are counted by every type, or not at all');
END;

CREATE TRIGGER "AreaDelimitation_stands" BEFORE UPDATE ON "AreaDelimitation"
BEGIN
  SELECT RAISE(ABORT, 'a delimitation stands as it was told; another is the next one');
END;

CREATE TRIGGER "AreaDelimitation_never_goes" BEFORE DELETE ON "AreaDelimitation"
BEGIN
  SELECT RAISE(ABORT, 'a delimitation stands as it was told; another is the next one');
END;

CREATE TRIGGER "AreaDelimitation_never_replaced" BEFORE INSERT ON "AreaDelimitation"
WHEN EXISTS (SELECT 1 FROM "AreaDelimitation" WHERE "id" = NEW."id" OR "correctsId" = NEW."correctsId")
BEGIN
  SELECT RAISE(ABORT, 'a delimitation stands as it was told; another is the next one');
END;

CREATE TRIGGER "AreaDelimitation_corrects_its_own" BEFORE INSERT ON "AreaDelimitation"
WHEN NEW."correctsId" IS NOT NULL AND NEW."areaId" <> (SELECT "areaId" FROM "AreaDelimitation" WHERE "id" = NEW."correctsId")
BEGIN
  SELECT RAISE(ABORT, 'a correction is of what was told of the same place');
END;

CREATE TRIGGER "DelimitationEstate_stands" BEFORE UPDATE ON "DelimitationEstate"
BEGIN
  SELECT RAISE(ABORT, 'a delimitation stands as it was told; another is the next one');
END;

CREATE TRIGGER "DelimitationEstate_never_goes" BEFORE DELETE ON "DelimitationEstate"
BEGIN
  SELECT RAISE(ABORT, 'a delimitation stands as it was told; another is the next one');
END;

CREATE TRIGGER "DelimitationOrigin_stands" BEFORE UPDATE ON "DelimitationOrigin"
BEGIN
  SELECT RAISE(ABORT, 'a delimitation stands as it was told; another is the next one');
END;

CREATE TRIGGER "DelimitationOrigin_never_goes" BEFORE DELETE ON "DelimitationOrigin"
BEGIN
  SELECT RAISE(ABORT, 'a delimitation stands as it was told; another is the next one');
END;

-- The bydel that stood beside an area's name as text becomes a row of its own, from the day of its first area on. The text
-- stays as it was sealed. Names that make one address are one district; which division of the town it follows is not known.
INSERT INTO "District" ("slug", "name", "definition", "source", "from")
SELECT "slug", min("name"), '', '', min("from") FROM (
  SELECT trim("district") AS "name", "from",
    CASE WHEN "folded" GLOB '*[^a-z0-9-]*' OR "folded" GLOB '-*' OR "folded" GLOB '*-' OR NOT "folded" GLOB '*[a-z]*' OR "folded" IN ('ny', 'nyt', 'kort', 'indlaes', 'eksempel')
      THEN 'bydel-' || (SELECT min(y."id") FROM "HousingArea" y WHERE trim(y."district") = trim(x."district"))
      ELSE "folded" END AS "slug"
  FROM (SELECT *, lower(replace(replace(replace(replace(replace(replace(replace(trim("district"),
      'Æ', 'ae'), 'æ', 'ae'), 'Ø', 'oe'), 'ø', 'oe'), 'Å', 'aa'), 'å', 'aa'), ' ', '-')) AS "folded" FROM "HousingArea") x
  WHERE trim("district") <> ''
) GROUP BY "slug";

INSERT INTO "AreaDistrict" ("areaId", "districtId", "from", "at")
SELECT a."id", d."id", a."from", strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM "HousingArea" a
JOIN "District" d ON d."slug" IN (
  lower(replace(replace(replace(replace(replace(replace(replace(trim(a."district"),
    'Æ', 'ae'), 'æ', 'ae'), 'Ø', 'oe'), 'ø', 'oe'), 'Å', 'aa'), 'å', 'aa'), ' ', '-')),
  'bydel-' || (SELECT min(y."id") FROM "HousingArea" y WHERE trim(y."district") = trim(a."district")))
WHERE trim(a."district") <> '';

INSERT INTO "Event" ("at", "actor", "kind", "subject", "subjectId", "after")
SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'Portalen', 'districtAdded', 'district', "id",
  json_object('name', "name", 'definition', '', 'source', '', 'from', "from") FROM "District" ORDER BY "id";

INSERT INTO "Event" ("at", "actor", "kind", "subject", "subjectId", "after")
SELECT x."at", 'Portalen', 'housingAreaMoved', 'housingArea', x."areaId", json_object('district', d."name", 'from', x."from")
FROM "AreaDistrict" x JOIN "District" d ON d."id" = x."districtId" ORDER BY x."id";
