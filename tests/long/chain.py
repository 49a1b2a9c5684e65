"""`python3 chain.py chibo.db` computes every hash of a record file again (the form: src/store/chain.rs). It names what
does not hold and ends with 1 if there is any. Tables, columns and what is a text it learns from the file."""

import hashlib, sqlite3, struct, sys

db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
sha = lambda data: hashlib.sha256(data).digest()

def field(value):
    if value is None:
        return b"n"
    if isinstance(value, int):
        return b"i" + struct.pack("<q", value)
    return b"t" + struct.pack("<Q", len(value.encode())) + value.encode()

digests = dict(db.execute("SELECT text, digest FROM text"))
columns, texts, parts = {}, {}, {}
sql = "SELECT name, wr FROM pragma_table_list WHERE type = 'table' AND schema = 'main' ORDER BY name"
for name, without_rowid in db.execute(sql).fetchall():
    columns[name] = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
    texts[name] = {row[3] for row in db.execute(f"PRAGMA foreign_key_list({name})") if row[2] == "text"}
    if without_rowid:  # A part of the table whose version is its first column.
        parts.setdefault(columns[name][0], []).append(name)

def fields(table, row, unhashed):
    pairs = [(name, value) for name, value in zip(columns[table], row) if name not in unhashed]
    is_text = lambda name, value: name in texts[table] and value is not None
    return b"".join(b"d" + digests.get(v, bytes(32)) if is_text(n, v) else field(v) for n, v in pairs)

added, removed, wrong, previous = {}, {}, [], bytes(32)
for table in [name for name in columns if "added_by" in columns[name]]:
    rows = [{} for _ in parts.get(table, [])]
    for part, own in zip(parts.get(table, []), rows):
        for row in db.execute(f"SELECT * FROM {part} ORDER BY {table}, at"):
            own.setdefault(row[0], []).append(fields(part, row, [table, "at", "sought"]))
    for row in db.execute(f"SELECT * FROM {table} ORDER BY version"):
        of_parts = [own.get(row[0], []) for own in rows]
        of_parts = b"".join(field(len(own)) + b"".join(own) for own in of_parts)
        version = fields(table, row, ["added_by", "removed_by"]) + of_parts
        of = dict(zip(columns[table], row))
        added.setdefault((of["added_by"], table), []).append(version)
        removed.setdefault((of["removed_by"], table), []).append(row[0])
for row in db.execute("SELECT * FROM operation ORDER BY number").fetchall():
    operation = dict(zip(columns["operation"], row))
    data = previous + field(operation["format"]) + fields("operation", row, ["format", "hash"])
    for table in columns:
        key = (operation["number"], table)
        new, old = added.pop(key, []), removed.pop(key, [])
        if new or old:
            data += field(table) + field(len(old)) + b"".join(map(field, old))
            data += field(len(new)) + b"d" + sha(b"".join(new))
    previous = operation["hash"]
    if sha(data) != previous:
        wrong.append(f"operation {operation['number']} does not hold")
wrong += [f"{table} names operation {by}, which is not there" for by, table in {**added, **removed} if by is not None]
for text, digest, salt, body in db.execute("SELECT text, digest, salt, body FROM text WHERE body IS NOT NULL"):
    if sha(salt + body.encode()) != digest:
        wrong.append(f"text {text} is not what was written")
sys.exit(print("\n".join(wrong) or "every hash holds") or bool(wrong))
