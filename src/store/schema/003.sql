-- Schema 3 of a chibo record file: numbers of documents and the office's name can be erased like any other
-- free text, and every free text has a salt of its own, which is erased with it (records.md, section 3).
-- Released: it is never edited again, later schemas are files of their own.

-- The number of the document on which an operation rests; in earlier operations it stands in arguments.
ALTER TABLE operation ADD COLUMN document TEXT CHECK (document <> '');

-- From format 3 on the salt of a text is SHA-256(salt of its operation, where the text stands). Once a text of an
-- operation is erased, the salts of its others stand in text_salt and the operation has none any more: nobody can
-- find out by trying what the erased one was.
CREATE TABLE seal_before AS SELECT operation, hash, format, salt FROM seal;

DROP TABLE seal;

CREATE TABLE seal (
    operation INTEGER PRIMARY KEY REFERENCES operation (number),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    format INTEGER NOT NULL CHECK (format > 0),
    salt BLOB CHECK (length(salt) = 16)
) STRICT;

INSERT INTO seal (operation, hash, format, salt)
SELECT operation, hash, format, salt FROM seal_before ORDER BY operation;

DROP TABLE seal_before;

CREATE TABLE text_salt (
    id INTEGER PRIMARY KEY,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    salt BLOB CHECK (length(salt) = 32),
    added_by INTEGER NOT NULL REFERENCES operation (number)
) STRICT;

CREATE UNIQUE INDEX text_salt_place ON text_salt (table_name, row_id, column_name);

CREATE TRIGGER seal_insert BEFORE INSERT ON seal
WHEN NEW.operation IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.operation)
BEGIN SELECT RAISE(ABORT, 'only the newest operation is sealed, once'); END;

-- The salt may be taken away by the newest operation when it erases texts.
CREATE TRIGGER seal_update BEFORE UPDATE ON seal
WHEN NOT (NEW.operation IS OLD.operation AND NEW.hash IS OLD.hash AND NEW.format IS OLD.format
    AND OLD.format > 2 AND NEW.salt IS NULL
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
    AND EXISTS (SELECT 1 FROM erased_text WHERE added_by = (SELECT max(number) FROM operation)))
BEGIN SELECT RAISE(ABORT, 'seals are never changed'); END;

CREATE TRIGGER seal_delete BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'seals are never deleted'); END;

CREATE TRIGGER text_salt_insert BEFORE INSERT ON text_salt
WHEN NEW.added_by IS NOT (SELECT max(number) FROM operation)
    OR EXISTS (SELECT 1 FROM seal WHERE operation = NEW.added_by)
    OR EXISTS (SELECT 1 FROM text_salt WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'rows are added by the newest operation only, under a new key'); END;

CREATE TRIGGER text_salt_update BEFORE UPDATE ON text_salt
WHEN NOT (NEW.id IS OLD.id AND NEW.table_name IS OLD.table_name AND NEW.row_id IS OLD.row_id
    AND NEW.column_name IS OLD.column_name AND NEW.added_by IS OLD.added_by AND NEW.salt IS NULL
    AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
    AND EXISTS (SELECT 1 FROM erased_text WHERE table_name = OLD.table_name AND row_id = OLD.row_id
        AND column_name = OLD.column_name AND added_by = (SELECT max(number) FROM operation)))
BEGIN SELECT RAISE(ABORT, 'a salt only ever goes with the text that it belongs to'); END;

CREATE TRIGGER text_salt_delete BEFORE DELETE ON text_salt
BEGIN SELECT RAISE(ABORT, 'rows are never deleted'); END;

DROP TRIGGER succession_update;

CREATE TRIGGER succession_update BEFORE UPDATE ON succession
WHEN NOT ((OLD.removed_by IS NULL
        AND NEW.removed_by IS (SELECT max(number) FROM operation)
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
        AND NEW.id IS OLD.id AND NEW.from_cell IS OLD.from_cell AND NEW.to_cell IS OLD.to_cell
        AND NEW.happened_on IS OLD.happened_on AND NEW.document IS OLD.document AND NEW.added_by IS OLD.added_by)
    OR (OLD.removed_by IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
        AND NEW.id IS OLD.id AND NEW.from_cell IS OLD.from_cell AND NEW.to_cell IS OLD.to_cell
        AND NEW.happened_on IS OLD.happened_on AND NEW.added_by IS OLD.added_by AND NEW.removed_by IS OLD.removed_by
        AND NEW.document IS NULL AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'succession' AND row_id = OLD.id AND column_name = 'document' AND added_by = (SELECT max(number) FROM operation))))
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

DROP TRIGGER closing_version_update;

CREATE TRIGGER closing_version_update BEFORE UPDATE ON closing_version
WHEN NOT ((OLD.removed_by IS NULL
        AND NEW.removed_by IS (SELECT max(number) FROM operation)
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
        AND NEW.id IS OLD.id AND NEW.closing IS OLD.closing AND NEW.period IS OLD.period
        AND NEW.closed_on IS OLD.closed_on AND NEW.document IS OLD.document AND NEW.added_by IS OLD.added_by)
    OR (OLD.removed_by IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
        AND NEW.id IS OLD.id AND NEW.closing IS OLD.closing AND NEW.period IS OLD.period
        AND NEW.closed_on IS OLD.closed_on AND NEW.added_by IS OLD.added_by AND NEW.removed_by IS OLD.removed_by
        AND NEW.document IS NULL AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'closing_version' AND row_id = OLD.id AND column_name = 'document' AND added_by = (SELECT max(number) FROM operation))))
BEGIN SELECT RAISE(ABORT, 'a row is only ever removed, once, by the newest operation'); END;

DROP TRIGGER setting_update;

CREATE TRIGGER setting_update BEFORE UPDATE ON setting
WHEN NOT ((OLD.removed_by IS NULL
        AND NEW.removed_by IS (SELECT max(number) FROM operation)
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = NEW.removed_by)
        AND NEW.id IS OLD.id AND NEW.key IS OLD.key AND NEW.value IS OLD.value AND NEW.added_by IS OLD.added_by)
    OR (OLD.removed_by IS NOT NULL AND OLD.key = 'office'
        AND NOT EXISTS (SELECT 1 FROM seal WHERE operation = (SELECT max(number) FROM operation))
        AND NEW.id IS OLD.id AND NEW.key IS OLD.key AND NEW.added_by IS OLD.added_by
        AND NEW.removed_by IS OLD.removed_by
        AND NEW.value IS '…' AND EXISTS (SELECT 1 FROM erased_text
            WHERE table_name = 'setting' AND row_id = OLD.id AND column_name = 'value' AND added_by = (SELECT max(number) FROM operation))))
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
        WHERE table_name = 'operation' AND row_id = OLD.number AND column_name = 'reason' AND added_by = (SELECT max(number) FROM operation)))
    AND (NEW.document IS OLD.document OR NEW.document IS NULL AND EXISTS (SELECT 1 FROM erased_text
        WHERE table_name = 'operation' AND row_id = OLD.number AND column_name = 'document' AND added_by = (SELECT max(number) FROM operation))))
BEGIN SELECT RAISE(ABORT, 'operations are never changed'); END;
