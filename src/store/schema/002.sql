-- Schema 2 of a chibo record file: months that were closed, and free texts that can be erased
-- (records.md, sections 3, 4 and 7). Released: it is never edited again, later schemas are files of their own.

-- The canonical form that was hashed, and the salt of the free texts in it: from format 2 on a free text
-- stands in the chain as SHA-256(salt, where it stands, text), so that it can be erased later.
ALTER TABLE seal ADD COLUMN format INTEGER NOT NULL DEFAULT 1 CHECK (format IN (1, 2));
ALTER TABLE seal ADD COLUMN salt BLOB CHECK (length(salt) = 16);

CREATE TABLE closing (
    id INTEGER PRIMARY KEY,
    added_by INTEGER NOT NULL REFERENCES operation (number)
) STRICT;

-- Months as they were closed; removed when the month is opened again. closed_on is the day of the judgement.
CREATE TABLE closing_version (
    id INTEGER PRIMARY KEY,
    closing INTEGER NOT NULL REFERENCES closing (id),
    period TEXT NOT NULL CHECK (date(period || '-01') IS period || '-01'),
    closed_on TEXT NOT NULL CHECK (date(closed_on) IS closed_on),
    document TEXT CHECK (document <> ''),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- The rows of a closed month as they were filed: codes, no names, no free text. They stay when the month
-- is opened again. Lists of codes are joined by semicolons.
CREATE TABLE filed_row (
    id INTEGER PRIMARY KEY,
    closing INTEGER NOT NULL REFERENCES closing (id),
    committee TEXT NOT NULL CHECK (committee <> ''),
    cell TEXT NOT NULL CHECK (cell <> ''),
    assigned TEXT CHECK (assigned <> ''),
    predecessor TEXT CHECK (predecessor <> ''),
    status TEXT NOT NULL CHECK (status IN ('attended', 'substituted', 'excused', 'absent', 'not-held', 'missing', 'pending', 'unassigned')),
    held_on TEXT CHECK (held_on IS NULL OR date(held_on) IS held_on),
    visitors TEXT CHECK (visitors <> ''),
    reason TEXT CHECK (reason <> ''),
    total INTEGER CHECK (total BETWEEN 0 AND 9999),
    exempt INTEGER CHECK (exempt BETWEEN 0 AND 9999),
    away INTEGER CHECK (away BETWEEN 0 AND 9999),
    present INTEGER CHECK (present BETWEEN 0 AND 9999),
    excused INTEGER CHECK (excused BETWEEN 0 AND 9999),
    grade TEXT CHECK (grade IN ('good', 'fair', 'average', 'poor')),
    recommendations INTEGER NOT NULL CHECK (recommendations >= 0),
    added_by INTEGER NOT NULL REFERENCES operation (number),
    removed_by INTEGER REFERENCES operation (number) CHECK (removed_by > added_by)
) STRICT;

-- Free texts that were erased, with the hash by which the chain knows them.
CREATE TABLE erased_text (
    id INTEGER PRIMARY KEY,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    added_by INTEGER NOT NULL REFERENCES operation (number)
) STRICT;

CREATE UNIQUE INDEX closing_version_live_closing ON closing_version (closing) WHERE removed_by IS NULL;
CREATE UNIQUE INDEX closing_version_live_period ON closing_version (period) WHERE removed_by IS NULL;
CREATE INDEX closing_version_removed ON closing_version (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX filed_row_live_cell ON filed_row (closing, cell COLLATE NOCASE) WHERE removed_by IS NULL;
CREATE INDEX filed_row_removed ON filed_row (removed_by) WHERE removed_by IS NOT NULL;
CREATE UNIQUE INDEX erased_text_place ON erased_text (table_name, row_id, column_name);
CREATE INDEX person_name_official ON person_name (official);
CREATE INDEX assignment_cell ON assignment (cell);
CREATE INDEX assignment_official ON assignment (official);

CREATE TRIGGER closing_insert BEFORE INSERT ON closing
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM closing WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER closing_update BEFORE UPDATE ON closing
BEGIN SELECT RAISE(ABORT, 'identities are never changed'); END;

CREATE TRIGGER closing_delete BEFORE DELETE ON closing
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER erased_text_insert BEFORE INSERT ON erased_text
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM erased_text WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER erased_text_update BEFORE UPDATE ON erased_text
BEGIN SELECT RAISE(ABORT, 'rows are never changed'); END;

CREATE TRIGGER erased_text_delete BEFORE DELETE ON erased_text
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER closing_version_insert BEFORE INSERT ON closing_version
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM closing_version WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER closing_version_update BEFORE UPDATE ON closing_version
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.closing IS OLD.closing AND NEW.period IS OLD.period
    AND NEW.closed_on IS OLD.closed_on AND NEW.document IS OLD.document AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER closing_version_delete BEFORE DELETE ON closing_version
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

CREATE TRIGGER filed_row_insert BEFORE INSERT ON filed_row
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM filed_row WHERE id = NEW.id)
    OR NEW.removed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER filed_row_update BEFORE UPDATE ON filed_row
WHEN NOT (OLD.removed_by IS NULL
    AND NEW.removed_by IS (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
    AND NEW.id IS OLD.id AND NEW.closing IS OLD.closing AND NEW.committee IS OLD.committee AND NEW.cell IS OLD.cell
    AND NEW.assigned IS OLD.assigned AND NEW.predecessor IS OLD.predecessor AND NEW.status IS OLD.status
    AND NEW.held_on IS OLD.held_on AND NEW.visitors IS OLD.visitors AND NEW.reason IS OLD.reason
    AND NEW.total IS OLD.total AND NEW.exempt IS OLD.exempt AND NEW.away IS OLD.away AND NEW.present IS OLD.present
    AND NEW.excused IS OLD.excused AND NEW.grade IS OLD.grade AND NEW.recommendations IS OLD.recommendations
    AND NEW.added_by IS OLD.added_by)
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

CREATE TRIGGER filed_row_delete BEFORE DELETE ON filed_row
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

-- A free text of a version no longer in force may be erased by the newest operation, which has recorded the
-- text's hash in erased_text. What may not be empty becomes '…'.

DROP TRIGGER official_post_update;

CREATE TRIGGER official_post_update BEFORE UPDATE ON official_post
WHEN NOT ((OLD.removed_by IS NULL
        AND NEW.removed_by IS (SELECT max(number) FROM operation)
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
        AND NEW.id IS OLD.id AND NEW.official IS OLD.official AND NEW.valid_from IS OLD.valid_from
        AND NEW.title IS OLD.title AND NEW.organisation IS OLD.organisation AND NEW.category IS OLD.category
        AND NEW.added_by IS OLD.added_by)
    OR (OLD.removed_by IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
        AND NEW.id IS OLD.id AND NEW.official IS OLD.official AND NEW.valid_from IS OLD.valid_from
        AND NEW.category IS OLD.category AND NEW.added_by IS OLD.added_by AND NEW.removed_by IS OLD.removed_by
        AND (NEW.title IS OLD.title OR NEW.title IS NULL AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'official_post' AND row_id = OLD.id AND column_name = 'title' AND added_by = (SELECT max(number) FROM operation)))
        AND (NEW.organisation IS OLD.organisation OR NEW.organisation IS NULL AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'official_post' AND row_id = OLD.id AND column_name = 'organisation' AND added_by = (SELECT max(number) FROM operation)))))
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

DROP TRIGGER assignment_update;

CREATE TRIGGER assignment_update BEFORE UPDATE ON assignment
WHEN NOT ((OLD.removed_by IS NULL
        AND NEW.removed_by IS (SELECT max(number) FROM operation)
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
        AND NEW.id IS OLD.id AND NEW.cell IS OLD.cell AND NEW.official IS OLD.official
        AND NEW.valid_from IS OLD.valid_from AND NEW.valid_until IS OLD.valid_until AND NEW.document IS OLD.document
        AND NEW.document_date IS OLD.document_date AND NEW.issuer IS OLD.issuer AND NEW.added_by IS OLD.added_by)
    OR (OLD.removed_by IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
        AND NEW.id IS OLD.id AND NEW.cell IS OLD.cell AND NEW.official IS OLD.official
        AND NEW.valid_from IS OLD.valid_from AND NEW.valid_until IS OLD.valid_until
        AND NEW.document_date IS OLD.document_date AND NEW.added_by IS OLD.added_by
        AND NEW.removed_by IS OLD.removed_by
        AND (NEW.document IS OLD.document OR NEW.document IS NULL AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'assignment' AND row_id = OLD.id AND column_name = 'document' AND added_by = (SELECT max(number) FROM operation)))
        AND (NEW.issuer IS OLD.issuer OR NEW.issuer IS NULL AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'assignment' AND row_id = OLD.id AND column_name = 'issuer' AND added_by = (SELECT max(number) FROM operation)))))
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

DROP TRIGGER meeting_version_update;

CREATE TRIGGER meeting_version_update BEFORE UPDATE ON meeting_version
WHEN NOT ((OLD.removed_by IS NULL
        AND NEW.removed_by IS (SELECT max(number) FROM operation)
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
        AND NEW.id IS OLD.id AND NEW.meeting IS OLD.meeting AND NEW.cell IS OLD.cell AND NEW.period IS OLD.period
        AND NEW.kind IS OLD.kind AND NEW.held_on IS OLD.held_on AND NEW.not_held_reason IS OLD.not_held_reason
        AND NEW.total IS OLD.total AND NEW.exempt IS OLD.exempt AND NEW.away IS OLD.away
        AND NEW.present IS OLD.present AND NEW.excused IS OLD.excused AND NEW.remarks IS OLD.remarks
        AND NEW.prepared IS OLD.prepared AND NEW.theme IS OLD.theme AND NEW.self_score IS OLD.self_score
        AND NEW.confirmed_score IS OLD.confirmed_score AND NEW.grade IS OLD.grade AND NEW.minutes_no IS OLD.minutes_no
        AND NEW.note IS OLD.note AND NEW.added_by IS OLD.added_by)
    OR (OLD.removed_by IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
        AND NEW.id IS OLD.id AND NEW.meeting IS OLD.meeting AND NEW.cell IS OLD.cell AND NEW.period IS OLD.period
        AND NEW.kind IS OLD.kind AND NEW.held_on IS OLD.held_on AND NEW.not_held_reason IS OLD.not_held_reason
        AND NEW.total IS OLD.total AND NEW.exempt IS OLD.exempt AND NEW.away IS OLD.away
        AND NEW.present IS OLD.present AND NEW.excused IS OLD.excused AND NEW.remarks IS OLD.remarks
        AND NEW.prepared IS OLD.prepared AND NEW.self_score IS OLD.self_score
        AND NEW.confirmed_score IS OLD.confirmed_score AND NEW.grade IS OLD.grade AND NEW.added_by IS OLD.added_by
        AND NEW.removed_by IS OLD.removed_by
        AND (NEW.theme IS OLD.theme OR NEW.theme IS NULL AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'meeting_version' AND row_id = OLD.id AND column_name = 'theme' AND added_by = (SELECT max(number) FROM operation)))
        AND (NEW.minutes_no IS OLD.minutes_no OR NEW.minutes_no IS NULL AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'meeting_version' AND row_id = OLD.id AND column_name = 'minutes_no' AND added_by = (SELECT max(number) FROM operation)))
        AND (NEW.note IS OLD.note OR NEW.note IS NULL AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'meeting_version' AND row_id = OLD.id AND column_name = 'note' AND added_by = (SELECT max(number) FROM operation)))))
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

DROP TRIGGER recommendation_version_update;

CREATE TRIGGER recommendation_version_update BEFORE UPDATE ON recommendation_version
WHEN NOT ((OLD.removed_by IS NULL
        AND NEW.removed_by IS (SELECT max(number) FROM operation)
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
        AND NEW.id IS OLD.id AND NEW.recommendation IS OLD.recommendation AND NEW.code IS OLD.code
        AND NEW.cell IS OLD.cell AND NEW.period IS OLD.period AND NEW.raised_on IS OLD.raised_on
        AND NEW.area IS OLD.area AND NEW.text IS OLD.text AND NEW.added_by IS OLD.added_by)
    OR (OLD.removed_by IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
        AND NEW.id IS OLD.id AND NEW.recommendation IS OLD.recommendation AND NEW.code IS OLD.code
        AND NEW.cell IS OLD.cell AND NEW.period IS OLD.period AND NEW.raised_on IS OLD.raised_on
        AND NEW.area IS OLD.area AND NEW.added_by IS OLD.added_by AND NEW.removed_by IS OLD.removed_by
        AND (NEW.text IS OLD.text OR NEW.text IS '…' AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'recommendation_version' AND row_id = OLD.id AND column_name = 'text' AND added_by = (SELECT max(number) FROM operation)))))
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

DROP TRIGGER operation_update;

CREATE TRIGGER operation_update BEFORE UPDATE ON operation
WHEN NOT (OLD.number < (SELECT max(number) FROM operation)
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
    AND NEW.number IS OLD.number AND NEW.recorded_at IS OLD.recorded_at AND NEW.today IS OLD.today
    AND NEW.verb IS OLD.verb AND NEW.arguments IS OLD.arguments
    AND (NEW.actor IS OLD.actor OR NEW.actor IS '…' AND EXISTS (SELECT 1 FROM erased_text
        WHERE table_name = 'operation' AND row_id = OLD.number AND column_name = 'actor' AND added_by = (SELECT max(number) FROM operation)))
    AND (NEW.reason IS OLD.reason OR NEW.reason IS NULL AND EXISTS (SELECT 1 FROM erased_text
        WHERE table_name = 'operation' AND row_id = OLD.number AND column_name = 'reason' AND added_by = (SELECT max(number) FROM operation))))
BEGIN SELECT RAISE(ABORT, 'operations are never changed'); END;
