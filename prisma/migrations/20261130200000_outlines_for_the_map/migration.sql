-- CreateTable
CREATE TABLE "OutlineFile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "precision" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "OutlineFile_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlaceOutline" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fileId" INTEGER NOT NULL,
    "districtId" INTEGER,
    "areaId" INTEGER,
    "shape" TEXT NOT NULL,
    CONSTRAINT "PlaceOutline_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "OutlineFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PlaceOutline_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PlaceOutline_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PlaceOutline_fileId_idx" ON "PlaceOutline"("fileId");

-- CreateIndex
CREATE INDEX "PlaceOutline_districtId_idx" ON "PlaceOutline"("districtId");

-- CreateIndex
CREATE INDEX "PlaceOutline_areaId_idx" ON "PlaceOutline"("areaId");
CREATE TRIGGER "PlaceOutline_stands" BEFORE UPDATE ON "PlaceOutline"
BEGIN
  SELECT RAISE(ABORT, 'an outline stands as it was loaded; another is the next one');
END;

CREATE TRIGGER "PlaceOutline_never_goes" BEFORE DELETE ON "PlaceOutline"
BEGIN
  SELECT RAISE(ABORT, 'an outline stands as it was loaded; another is the next one');
END;

CREATE TRIGGER "PlaceOutline_of_one_place" BEFORE INSERT ON "PlaceOutline"
WHEN (NEW."districtId" IS NULL) = (NEW."areaId" IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'an outline is of a district or of an area');
END;

