-- Schema 1 of a chibo record file (records.md, sections 3 and 4). Released: it is never edited again,
-- later schemas are files of their own.
--
-- An identity table has one row for each record that ever was; the tables that hang on it hold versions.
-- added_by and removed_by are operations; a row with removed_by empty is the version in force. Nothing is
-- updated in place or deleted: the triggers at the end refuse it. Dates are 2018-07-05, periods 2018-07.
-- No function or collation of chibo's own is used, so that any SQLite program can read the file.

CREATE TABLE operation (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??.???Z'),
    today TEXT NOT NULL CHECK (date(today) IS today),
    actor TEXT NOT NULL,
    verb TEXT NOT NULL CHECK (verb <> ''),
    arguments TEXT NOT NULL CHECK (json_valid(arguments)),
    reason TEXT CHECK (reason <> '')
) STRICT;

-- The link of the chain: SHA-256(hash of the previous operation, canonical form of this one).
CREATE TABLE seal (
    operation INTEGER PRIMARY KEY REFERENCES operation (number),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE committee (
    id INTEGER PRIMARY KEY,
    added_by INTEGER NOT NULL REFERENCES operation (number)
) STRICT;

CREATE TABLE cell (
    id INTEGER PRIMARY KEY,
    added_by INTEGER NOT NULL REFERENCES operation (number)
) STRICT;

CREATE TABLE category (
    id INTEGER PRIMARY KEY,
    added_by INTEGER NOT NULL REFERENCES operation (number)
) STRICT;

CREATE TABLE official (
    id INTEGER PRIMARY KEY,
    added_by INTEGER NOT NULL REFERENCES operation (number)
) STRICT;

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    added_by INTEGER NOT NULL REFERENCES operation (number)
) STRICT;

CREATE TABLE recommendation (
    id INTEGER PRIMARY KEY,
    added_by INTEGER NOT NULL REFERENCES operation (number)
) STRICT;

-- Code, kind and life of a committee.
CREATE TABLE committee_version (
    id INTEGER PRIMARY KEY,
    committee INTEGER NOT NULL REFERENCES committee (id),
    code TEXT NOT NULL CHECK (code <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('ward', 'commune')),
    founded TEXT CHECK (founded IS NULL OR date(founded) IS founded),
    dissolved TEXT CHECK (dissolved IS NULL OR date(dissolved) IS dissolved),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Names of committees; valid_from is empty for the first.
CREATE TABLE committee_name (
    id INTEGER PRIMARY KEY,
    committee INTEGER NOT NULL REFERENCES committee (id),
    valid_from TEXT CHECK (valid_from IS NULL OR date(valid_from) IS valid_from),
    name TEXT NOT NULL CHECK (name <> ''),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Code, kind, life and usual day of a cell.
CREATE TABLE cell_version (
    id INTEGER PRIMARY KEY,
    cell INTEGER NOT NULL REFERENCES cell (id),
    code TEXT NOT NULL CHECK (code <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('neighbourhood', 'village', 'agency', 'school', 'other')),
    founded TEXT CHECK (founded IS NULL OR date(founded) IS founded),
    dissolved TEXT CHECK (dissolved IS NULL OR date(dissolved) IS dissolved),
    regular_day INTEGER CHECK (regular_day BETWEEN 1 AND 31),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Name and committee of a cell from a day on; valid_from is empty for the first.
CREATE TABLE cell_standing (
    id INTEGER PRIMARY KEY,
    cell INTEGER NOT NULL REFERENCES cell (id),
    valid_from TEXT CHECK (valid_from IS NULL OR date(valid_from) IS valid_from),
    name TEXT NOT NULL CHECK (name <> ''),
    committee INTEGER NOT NULL REFERENCES committee (id),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Categories of officials.
CREATE TABLE category_version (
    id INTEGER PRIMARY KEY,
    category INTEGER NOT NULL REFERENCES category (id),
    code TEXT NOT NULL CHECK (code <> ''),
    label_vi TEXT NOT NULL CHECK (label_vi <> ''),
    label_en TEXT NOT NULL CHECK (label_en <> ''),
    position INTEGER CHECK (position BETWEEN 0 AND 999999),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Code, active time and place in the notice of an official.
CREATE TABLE official_version (
    id INTEGER PRIMARY KEY,
    official INTEGER NOT NULL REFERENCES official (id),
    code TEXT NOT NULL CHECK (code <> ''),
    active_from TEXT CHECK (active_from IS NULL OR date(active_from) IS active_from),
    active_until TEXT CHECK (active_until IS NULL OR date(active_until) IS active_until),
    position INTEGER CHECK (position BETWEEN 0 AND 999999),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- The only table with names of persons. The chain of operations holds the digest, SHA-256(salt, name),
-- so that name, folded and salt can be erased while every hash still holds.
CREATE TABLE person_name (
    id INTEGER PRIMARY KEY,
    official INTEGER NOT NULL REFERENCES official (id),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    name TEXT CHECK (name <> ''),
    folded TEXT CHECK (folded <> ''),
    salt BLOB CHECK (length(salt) = 16),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by),
    CHECK ((name IS NULL) = (salt IS NULL) AND (name IS NULL) = (folded IS NULL))
) STRICT;

-- Posts of officials; valid_from is empty for the first.
CREATE TABLE official_post (
    id INTEGER PRIMARY KEY,
    official INTEGER NOT NULL REFERENCES official (id),
    valid_from TEXT CHECK (valid_from IS NULL OR date(valid_from) IS valid_from),
    title TEXT CHECK (title <> ''),
    organisation TEXT CHECK (organisation <> ''),
    category INTEGER REFERENCES category (id),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Which cells came from which.
CREATE TABLE succession (
    id INTEGER PRIMARY KEY,
    from_cell INTEGER NOT NULL REFERENCES cell (id),
    to_cell INTEGER NOT NULL REFERENCES cell (id),
    happened_on TEXT NOT NULL CHECK (date(happened_on) IS happened_on),
    document TEXT CHECK (document <> ''),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by),
    CHECK (from_cell <> to_cell)
) STRICT;

-- Who is assigned to attend the meetings of which cell.
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    cell INTEGER NOT NULL REFERENCES cell (id),
    official INTEGER NOT NULL REFERENCES official (id),
    valid_from TEXT NOT NULL CHECK (date(valid_from) IS valid_from),
    valid_until TEXT CHECK (valid_until IS NULL OR date(valid_until) IS valid_until),
    document TEXT CHECK (document <> ''),
    document_date TEXT CHECK (document_date IS NULL OR date(document_date) IS document_date),
    issuer TEXT CHECK (issuer <> ''),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by),
    CHECK (valid_until > valid_from)
) STRICT;

-- Meetings of cells. Scores are in tenths of a point; prepared is 1 for yes, 0 for no, empty for unknown.
CREATE TABLE meeting_version (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    cell INTEGER NOT NULL REFERENCES cell (id),
    period TEXT NOT NULL CHECK (date(period || '-01') IS period || '-01'),
    kind TEXT NOT NULL CHECK (kind IN ('regular', 'thematic', 'extraordinary', 'congress')),
    held_on TEXT CHECK (held_on IS NULL OR date(held_on) IS held_on),
    not_held_reason TEXT CHECK (not_held_reason IN ('merged-with-next', 'congress', 'holiday', 'disaster', 'other')),
    total INTEGER CHECK (total BETWEEN 0 AND 9999),
    exempt INTEGER CHECK (exempt BETWEEN 0 AND 9999),
    away INTEGER CHECK (away BETWEEN 0 AND 9999),
    present INTEGER CHECK (present BETWEEN 0 AND 9999),
    excused INTEGER CHECK (excused BETWEEN 0 AND 9999),
    remarks INTEGER CHECK (remarks BETWEEN 0 AND 9999),
    prepared INTEGER CHECK (prepared IN (0, 1)),
    theme TEXT CHECK (theme <> ''),
    self_score INTEGER CHECK (self_score BETWEEN 0 AND 1000),
    confirmed_score INTEGER CHECK (confirmed_score BETWEEN 0 AND 1000),
    grade TEXT CHECK (grade IN ('good', 'fair', 'average', 'poor')),
    minutes_no TEXT CHECK (minutes_no <> ''),
    note TEXT CHECK (note <> ''),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by),
    CHECK ((held_on IS NULL) <> (not_held_reason IS NULL)),
    CHECK ((total IS NULL) = (present IS NULL)),
    CHECK ((exempt IS NULL) = (away IS NULL) AND (exempt IS NULL) = (excused IS NULL)),
    CHECK (exempt IS NULL OR total IS NOT NULL),
    CHECK (present + coalesce(excused, 0) <= total - coalesce(exempt, 0) - coalesce(away, 0)),
    CHECK (held_on IS NOT NULL OR coalesce(total, exempt, remarks, prepared, theme, self_score, confirmed_score, grade, minutes_no) IS NULL)
) STRICT;

-- Who came to a meeting under the notice.
CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    official INTEGER NOT NULL REFERENCES official (id),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Why assigned visitors did not come; official is empty where the reason is that of all who did not.
CREATE TABLE absence (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    official INTEGER REFERENCES official (id),
    reason TEXT NOT NULL CHECK (reason IN ('duty', 'leave', 'not-notified', 'moved', 'other')),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Recommendations as they were raised.
CREATE TABLE recommendation_version (
    id INTEGER PRIMARY KEY,
    recommendation INTEGER NOT NULL REFERENCES recommendation (id),
    code TEXT NOT NULL CHECK (code <> ''),
    cell INTEGER NOT NULL REFERENCES cell (id),
    period TEXT NOT NULL CHECK (date(period || '-01') IS period || '-01'),
    raised_on TEXT CHECK (raised_on IS NULL OR date(raised_on) IS raised_on),
    area TEXT NOT NULL CHECK (area IN ('economy-society', 'defence-security', 'party-building', 'mass-mobilisation', 'administration', 'other')),
    text TEXT NOT NULL CHECK (text <> ''),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Settings of the office.
CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL CHECK (key IN ('office', 'records_from', 'sample')),
    value TEXT NOT NULL CHECK (value <> ''),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

CREATE UNIQUE INDEX committee_version_live_committee ON committee_version (committee) WHERE removed_by IS NULL;
CREATE UNIQUE INDEX committee_version_live_code ON committee_version (code COLLATE NOCASE) WHERE removed_by IS NULL;
CREATE INDEX committee_version_removed ON committee_version (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX committee_name_live_day ON committee_name (committee, coalesce(valid_from, '')) WHERE removed_by IS NULL;
CREATE INDEX committee_name_removed ON committee_name (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX cell_version_live_cell ON cell_version (cell) WHERE removed_by IS NULL;
CREATE UNIQUE INDEX cell_version_live_code ON cell_version (code COLLATE NOCASE) WHERE removed_by IS NULL;
CREATE INDEX cell_version_removed ON cell_version (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX cell_standing_live_day ON cell_standing (cell, coalesce(valid_from, '')) WHERE removed_by IS NULL;
CREATE INDEX cell_standing_removed ON cell_standing (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX category_version_live_category ON category_version (category) WHERE removed_by IS NULL;
CREATE UNIQUE INDEX category_version_live_code ON category_version (code COLLATE NOCASE) WHERE removed_by IS NULL;
CREATE INDEX category_version_removed ON category_version (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX official_version_live_official ON official_version (official) WHERE removed_by IS NULL;
CREATE UNIQUE INDEX official_version_live_code ON official_version (code COLLATE NOCASE) WHERE removed_by IS NULL;
CREATE INDEX official_version_removed ON official_version (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX person_name_live_official ON person_name (official) WHERE removed_by IS NULL;
CREATE INDEX person_name_removed ON person_name (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX official_post_live_day ON official_post (official, coalesce(valid_from, '')) WHERE removed_by IS NULL;
CREATE INDEX official_post_removed ON official_post (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX succession_live_line ON succession (from_cell, to_cell, happened_on) WHERE removed_by IS NULL;
CREATE INDEX succession_removed ON succession (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX assignment_live_start ON assignment (cell, official, valid_from) WHERE removed_by IS NULL;
CREATE INDEX assignment_removed ON assignment (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX meeting_version_live_meeting ON meeting_version (meeting) WHERE removed_by IS NULL;
CREATE UNIQUE INDEX meeting_version_live_regular ON meeting_version (cell, period) WHERE removed_by IS NULL AND kind = 'regular';
CREATE INDEX meeting_version_period ON meeting_version (period, cell);
CREATE INDEX meeting_version_other ON meeting_version (cell) WHERE kind <> 'regular';
CREATE INDEX meeting_version_removed ON meeting_version (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX visit_live_visitor ON visit (meeting, official) WHERE removed_by IS NULL;
CREATE INDEX visit_removed ON visit (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX absence_live_absentee ON absence (meeting, coalesce(official, 0)) WHERE removed_by IS NULL;
CREATE INDEX absence_removed ON absence (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX recommendation_version_live_recommendation ON recommendation_version (recommendation) WHERE removed_by IS NULL;
CREATE UNIQUE INDEX recommendation_version_live_code ON recommendation_version (code COLLATE NOCASE) WHERE removed_by IS NULL;
CREATE INDEX recommendation_version_period ON recommendation_version (period, cell);
CREATE INDEX recommendation_version_removed ON recommendation_version (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX setting_live_key ON setting (key) WHERE removed_by IS NULL;
CREATE INDEX setting_removed ON setting (removed_by) WHERE removed_by IS NOT NULL;
CREATE INDEX visit_meeting ON visit (meeting);
CREATE INDEX visit_official ON visit (official);
CREATE INDEX absence_meeting ON absence (meeting);

-- Triggers: nothing is deleted, nothing is updated but removed_by once to the newest operation (and a
-- person's name to nothing), nothing is inserted but for the newest operation while it is not yet sealed.

CREATE TRIGGER operation_insert BEFORE INSERT ON operation
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM operation)
    OR (SELECT max(number) FROM operation) IS NOT (SELECT max(operation) FROM seal)
    OR NEW.recorded_at < (SELECT recorded_at FROM operation ORDER BY number DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'operations are numbered in order'); END;

CREATE TRIGGER operation_update BEFORE UPDATE ON operation
BEGIN SELECT RAISE(ABORT, 'operations are never changed'); END;

CREATE TRIGGER operation_delete BEFORE DELETE ON operation
BEGIN SELECT RAISE(ABORT, 'operations are never deleted'); END;

CREATE TRIGGER seal_insert BEFORE INSERT ON seal
WHEN NEW.operation IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.operation)
BEGIN SELECT RAISE(ABORT, 'only the newest operation is sealed, once'); END;

CREATE TRIGGER seal_update BEFORE UPDATE ON seal
BEGIN SELECT RAISE(ABORT, 'seals are never changed'); END;

CREATE TRIGGER seal_delete BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'seals are never deleted'); END;

CREATE TRIGGER committee_insert BEFORE INSERT ON committee
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM committee WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER committee_update BEFORE UPDATE ON committee
BEGIN SELECT RAISE(ABORT, 'identities are never changed'); END;

CREATE TRIGGER committee_delete BEFORE DELETE ON committee
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER cell_insert BEFORE INSERT ON cell
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM cell WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER cell_update BEFORE UPDATE ON cell
BEGIN SELECT RAISE(ABORT, 'identities are never changed'); END;

CREATE TRIGGER cell_delete BEFORE DELETE ON cell
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER category_insert BEFORE INSERT ON category
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM category WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER category_update BEFORE UPDATE ON category
BEGIN SELECT RAISE(ABORT, 'identities are never changed'); END;

CREATE TRIGGER category_delete BEFORE DELETE ON category
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER official_insert BEFORE INSERT ON official
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM official WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER official_update BEFORE UPDATE ON official
BEGIN SELECT RAISE(ABORT, 'identities are never changed'); END;

CREATE TRIGGER official_delete BEFORE DELETE ON official
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER meeting_insert BEFORE INSERT ON meeting
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM meeting WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER meeting_update BEFORE UPDATE ON meeting
BEGIN SELECT RAISE(ABORT, 'identities are never changed'); END;

CREATE TRIGGER meeting_delete BEFORE DELETE ON meeting
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER recommendation_insert BEFORE INSERT ON recommendation
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM recommendation WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER recommendation_update BEFORE UPDATE ON recommendation
BEGIN SELECT RAISE(ABORT, 'identities are never changed'); END;

CREATE TRIGGER recommendation_delete BEFORE DELETE ON recommendation
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER committee_version_insert BEFORE INSERT ON committee_version
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM committee_version WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER committee_version_update BEFORE UPDATE ON committee_version
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.committee IS OLD.committee AND NEW.code IS OLD.code AND NEW.kind IS OLD.kind
    AND NEW.founded IS OLD.founded AND NEW.dissolved IS OLD.dissolved AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER committee_version_delete BEFORE DELETE ON committee_version
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER committee_name_insert BEFORE INSERT ON committee_name
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM committee_name WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER committee_name_update BEFORE UPDATE ON committee_name
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.committee IS OLD.committee AND NEW.valid_from IS OLD.valid_from AND NEW.name IS OLD.name
    AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER committee_name_delete BEFORE DELETE ON committee_name
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER cell_version_insert BEFORE INSERT ON cell_version
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM cell_version WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER cell_version_update BEFORE UPDATE ON cell_version
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.cell IS OLD.cell AND NEW.code IS OLD.code AND NEW.kind IS OLD.kind
    AND NEW.founded IS OLD.founded AND NEW.dissolved IS OLD.dissolved AND NEW.regular_day IS OLD.regular_day AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER cell_version_delete BEFORE DELETE ON cell_version
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER cell_standing_insert BEFORE INSERT ON cell_standing
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM cell_standing WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER cell_standing_update BEFORE UPDATE ON cell_standing
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.cell IS OLD.cell AND NEW.valid_from IS OLD.valid_from AND NEW.name IS OLD.name
    AND NEW.committee IS OLD.committee AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER cell_standing_delete BEFORE DELETE ON cell_standing
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER category_version_insert BEFORE INSERT ON category_version
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM category_version WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER category_version_update BEFORE UPDATE ON category_version
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.category IS OLD.category AND NEW.code IS OLD.code AND NEW.label_vi IS OLD.label_vi
    AND NEW.label_en IS OLD.label_en AND NEW.position IS OLD.position AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER category_version_delete BEFORE DELETE ON category_version
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER official_version_insert BEFORE INSERT ON official_version
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM official_version WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER official_version_update BEFORE UPDATE ON official_version
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.official IS OLD.official AND NEW.code IS OLD.code AND NEW.active_from IS OLD.active_from
    AND NEW.active_until IS OLD.active_until AND NEW.position IS OLD.position AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER official_version_delete BEFORE DELETE ON official_version
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER person_name_insert BEFORE INSERT ON person_name
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM person_name WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER person_name_update BEFORE UPDATE ON person_name
WHEN NOT (NEW.id IS OLD.id AND NEW.official IS OLD.official AND NEW.digest IS OLD.digest AND NEW.added_by IS OLD.added_by
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
    AND (
        (OLD.removed_by IS NULL AND NEW.removed_by IS (SELECT max(number) FROM operation)
            AND NEW.name IS OLD.name AND NEW.folded IS OLD.folded AND NEW.salt IS OLD.salt)
        OR (NEW.removed_by IS OLD.removed_by
            AND NEW.name IS NULL AND NEW.folded IS NULL AND NEW.salt IS NULL)
    ))
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER person_name_delete BEFORE DELETE ON person_name
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER official_post_insert BEFORE INSERT ON official_post
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM official_post WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER official_post_update BEFORE UPDATE ON official_post
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.official IS OLD.official AND NEW.valid_from IS OLD.valid_from AND NEW.title IS OLD.title
    AND NEW.organisation IS OLD.organisation AND NEW.category IS OLD.category AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER official_post_delete BEFORE DELETE ON official_post
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER succession_insert BEFORE INSERT ON succession
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM succession WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER succession_update BEFORE UPDATE ON succession
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.from_cell IS OLD.from_cell AND NEW.to_cell IS OLD.to_cell AND NEW.happened_on IS OLD.happened_on
    AND NEW.document IS OLD.document AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER succession_delete BEFORE DELETE ON succession
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER assignment_insert BEFORE INSERT ON assignment
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM assignment WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER assignment_update BEFORE UPDATE ON assignment
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.cell IS OLD.cell AND NEW.official IS OLD.official AND NEW.valid_from IS OLD.valid_from
    AND NEW.valid_until IS OLD.valid_until AND NEW.document IS OLD.document AND NEW.document_date IS OLD.document_date AND NEW.issuer IS OLD.issuer
    AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER assignment_delete BEFORE DELETE ON assignment
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER meeting_version_insert BEFORE INSERT ON meeting_version
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM meeting_version WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER meeting_version_update BEFORE UPDATE ON meeting_version
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.meeting IS OLD.meeting AND NEW.cell IS OLD.cell AND NEW.period IS OLD.period
    AND NEW.kind IS OLD.kind AND NEW.held_on IS OLD.held_on AND NEW.not_held_reason IS OLD.not_held_reason AND NEW.total IS OLD.total
    AND NEW.exempt IS OLD.exempt AND NEW.away IS OLD.away AND NEW.present IS OLD.present AND NEW.excused IS OLD.excused
    AND NEW.remarks IS OLD.remarks AND NEW.prepared IS OLD.prepared AND NEW.theme IS OLD.theme AND NEW.self_score IS OLD.self_score
    AND NEW.confirmed_score IS OLD.confirmed_score AND NEW.grade IS OLD.grade AND NEW.minutes_no IS OLD.minutes_no AND NEW.note IS OLD.note
    AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER meeting_version_delete BEFORE DELETE ON meeting_version
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER visit_insert BEFORE INSERT ON visit
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM visit WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER visit_update BEFORE UPDATE ON visit
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.meeting IS OLD.meeting AND NEW.official IS OLD.official AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER visit_delete BEFORE DELETE ON visit
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER absence_insert BEFORE INSERT ON absence
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM absence WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER absence_update BEFORE UPDATE ON absence
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.meeting IS OLD.meeting AND NEW.official IS OLD.official AND NEW.reason IS OLD.reason
    AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER absence_delete BEFORE DELETE ON absence
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER recommendation_version_insert BEFORE INSERT ON recommendation_version
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM recommendation_version WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER recommendation_version_update BEFORE UPDATE ON recommendation_version
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.recommendation IS OLD.recommendation AND NEW.code IS OLD.code AND NEW.cell IS OLD.cell
    AND NEW.period IS OLD.period AND NEW.raised_on IS OLD.raised_on AND NEW.area IS OLD.area AND NEW.text IS OLD.text
    AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER recommendation_version_delete BEFORE DELETE ON recommendation_version
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER setting_insert BEFORE INSERT ON setting
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM setting WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER setting_update BEFORE UPDATE ON setting
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.key IS OLD.key AND NEW.value IS OLD.value AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER setting_delete BEFORE DELETE ON setting
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;
