#!/usr/bin/env python3
"""chibo beside the sqlite3 shell, and beside DuckDB where its Python package is installed, on the same files, in turns.

usage: python3 benches/against.py CHIBO [--cells N] [--runs N] [--months N]

CHIBO is the program to measure, built with `cargo build --profile dist`. Needs the sqlite3 shell in PATH. The town
is plain and invented. Machines are shared: look at the ratios (medians of the runs, taken in turns), not at the
seconds. Memory is the peak of the process alone, in MB.
"""
import argparse, calendar, csv, os, random, shutil, statistics, subprocess, sys, tempfile, time

SQL_MONTH = """
with due as (select code, committee, name from cells where founded is null or founded='' or founded<=:e),
r as (select * from meetings where period=:p and kind='regular'),
j as (select d.*, r.held_on, nullif(r.visitors,'none') as visitors, r.absence_reason, r.total, r.exempt, r.away, r.present, r.grade,
        r.cell as rc, coalesce(nullif(r.held_on,''), :e) as ref from due d left join r on r.cell=d.code),
a as (select j.code, group_concat(x.official, ';') as assigned, max(instr(';'||coalesce(j.visitors,'')||';', ';'||x.official||';')>0) as came
      from j join assignments x on x.cell=j.code and x."from"<=j.ref group by j.code)
select :p as period, j.committee, j.code, j.name, a.assigned, j.held_on, j.visitors,
  case when a.assigned is null then 'unassigned' when j.rc is null and :t<=:e then 'pending' when j.rc is null then 'missing'
       when coalesce(j.held_on,'')='' then 'not-held' when a.came then 'attended' when coalesce(j.visitors,'')<>'' then 'substituted'
       when coalesce(j.absence_reason,'')<>'' then 'excused' else 'absent' end as status,
  j.total, j.total-j.exempt-j.away as expected, j.present, j.grade
from j left join a on a.code=j.code order by j.committee, j.code"""
SQL_TABLES = """pragma journal_mode=delete; pragma synchronous=full;
create table cells(code text primary key,name,kind,committee,founded,regular_day int);
create table officials(code text primary key,full_name,title,organisation,category,active_from,"order" int);
create table assignments(cell,official,"from",document,document_date,issuer);
create table meetings(period,cell,kind,held_on,visitors,absence_reason,total int,exempt int,away int,present int,excused int,remarks int,
                      prepared,self_score,grade);
begin;
.mode csv
{imports}
create index a on assignments(cell); create unique index m on meetings(period,cell,kind); commit;"""


def town(folder, cells, months):
    """Writes the town as a folder that both programs import."""
    dice = random.Random(11)

    def write(name, head, rows):
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(head.split())
            out.writerows(rows)

    family, middle = "Nguyễn Trần Lê Phạm Hoàng Phan Đặng Đỗ Ngô".split(), "Văn Thị Đức Hữu Minh Quang".split()
    given = "An Bình Cường Đạt Giang Hạnh Khoa Lan Mỹ Nam Oanh Phúc Sơn Thủy Uyên Vân Yến".split()
    wards = max(1, cells // 6)
    codes = [f"C{i % wards + 1}-{i // wards + 1}" for i in range(cells)]
    span = [(2017 + (5 + i) // 12, (5 + i) % 12 + 1) for i in range(months)]
    write("committees.csv", "code name kind founded", ([f"C{i+1}", f"Phường {i+1}", "ward", "2000-01-01"] for i in range(wards)))
    write("cells.csv", "code name kind committee founded regular_day",
          ([c, f"Khu phố {i // wards + 1}", "neighbourhood", f"C{i % wards + 1}", "2001-01-01", dice.randint(1, 10)] for i, c in enumerate(codes)))
    person = lambda: f"{dice.choice(family)} {dice.choice(middle)} {dice.choice(given)}"
    write("officials.csv", "code full_name title organisation category active_from order",
          ([f"CB-{i+1}", person(), "Thị ủy viên", "Thị ủy", "committee-member", "2010-01-01", i + 1] for i in range(cells)))
    write("assignments.csv", "cell official from document document_date issuer",
          ([c, f"CB-{i+1}", "2017-05-01", "143-TB/TU", "2017-04-20", "BTV"] for i, c in enumerate(codes)))

    def meetings():
        for i, cell in enumerate(codes):
            for year, month in span:
                if dice.random() < .01:
                    continue
                day = f"{year}-{month:02d}-{dice.randint(1, calendar.monthrange(year, month)[1]):02d}"
                came = dice.random()
                who = f"CB-{i+1}" if came < .9 else f"CB-{dice.randint(1, cells)}" if came < .95 else "none"
                total = dice.randint(9, 60)
                exempt, away = dice.randint(0, total // 5), dice.randint(0, 2)
                expected = total - exempt - away
                present, score = dice.randint(max(0, expected - 6), expected), dice.randint(45, 100)
                grade = "good" if score >= 90 else "fair" if score >= 70 else "average" if score >= 50 else "poor"
                yield [f"{year}-{month:02d}", cell, "regular", day, who, "leave" if who == "none" else "", total, exempt, away, present,
                       dice.randint(0, expected - present), dice.randint(0, 12), dice.choice(["yes", "no", ""]), score, grade]

    write("meetings.csv", "period cell kind held_on visitors absence_reason total exempt away present excused remarks prepared self_score grade",
          meetings())


def run(command, stdin=None, stdout=subprocess.DEVNULL):
    """Seconds, and the peak memory in MB where the system tells it."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE)
    said = process.stderr.read()
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode, memory = os.waitstatus_to_exitcode(status), usage.ru_maxrss // 1024
    else:
        memory = process.wait() and 0
    if process.returncode:
        sys.exit(f"{command}: {said.decode(errors='replace')}")
    return time.perf_counter() - began, memory


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("chibo")
    ask.add_argument("--cells", type=int, default=10_000)
    ask.add_argument("--months", type=int, default=12)
    ask.add_argument("--runs", type=int, default=3)
    asked = ask.parse_args()
    chibo, room = os.path.abspath(asked.chibo), tempfile.mkdtemp()
    os.environ.update(HOME=room, CHIBO_LANG="en")
    try:
        measure(chibo, room, asked)
    finally:
        shutil.rmtree(room)


def measure(chibo, room, asked):
    at = lambda name: os.path.join(room, name)
    files = at("files")
    os.mkdir(files)
    town(files, asked.cells, asked.months)
    tables = "cells officials assignments meetings".split()
    load, month = at("load.sql"), at("month.sql")
    with open(load, "w") as file:
        file.write(SQL_TABLES.format(imports="\n".join(f".import --skip 1 {files}/{t}.csv {t}" for t in tables)))
    sql = SQL_MONTH
    for name, value in {":p": "2018-02", ":e": "2018-02-28", ":t": "2018-07-15"}.items():
        for end in " ,)<\n":
            sql = sql.replace(name + end, f"'{value}'{end}")
    with open(month, "w") as file:
        file.write(sql + ";")
    ours, theirs = at("c.db"), at("s.db")
    mine = [chibo, "--db", ours, "--today", "2018-07-15"]

    def afresh(path):
        if os.path.exists(path):
            os.remove(path)

    def c_import():
        afresh(ours)
        run([chibo, "--db", ours, "init"])
        return run(mine + ["import", files])

    def s_import():
        afresh(theirs)
        return run(["sqlite3", theirs], stdin=open(load))

    def turns(name, *programs):
        taken = [[] for _ in programs]
        for _ in range(asked.runs):
            for all_of, program in zip(taken, programs):
                all_of.append(program())
        seconds = [statistics.median(one for one, _ in all_of) for all_of in taken]
        memory = [max(one for _, one in all_of) for all_of in taken]
        line = f"{name}: chibo {seconds[0]:.3f} s, {memory[0]} MB"
        if len(programs) > 1:
            line += f"; sqlite3 {seconds[1]:.3f} s, {memory[1]} MB: {seconds[0] / seconds[1]:.2f} times"
        if len(programs) > 2:
            line += f"; DuckDB {seconds[2]:.3f} s, {memory[2]} MB: {seconds[0] / seconds[2]:.2f} times"
        print(line, flush=True)

    printed = lambda name: open(at(name), "w")
    c_month = lambda: run(mine + ["report", "--period", "2018-02", "--format", "csv"], stdout=printed("c.csv"))
    s_month = lambda: run(["sqlite3", "-csv", "-header", theirs], stdin=open(month), stdout=printed("s.csv"))
    turns("import", c_import, s_import)
    print("file: %.2f times (%d and %d MB)" % (os.path.getsize(ours) / os.path.getsize(theirs), os.path.getsize(ours) // 10**6, os.path.getsize(theirs) // 10**6))
    others = []
    try:
        import duckdb  # noqa: F401
        duck = at("d.duck")
        load_duck = "import duckdb\nc = duckdb.connect(%r)\nfor t in %r: c.execute('create table ' + t + ' as select * from read_csv(%r + t + %r, header=true, all_varchar=true)')"
        run([sys.executable, "-c", load_duck % (duck, tables, files + "/", ".csv")])
        asked_of_duck = sql.replace("group_concat(", "string_agg(").replace("max(instr(", "bool_or(instr(")
        asked_of_duck = asked_of_duck.replace("j.total-j.exempt-j.away", "j.total::int-j.exempt::int-j.away::int")
        ask_duck = "import duckdb\nc = duckdb.connect(%r, read_only=True)\nc.execute('copy (' + %r + ') to %s (header)')"
        others.append(lambda: run([sys.executable, "-c", ask_duck % (duck, asked_of_duck, repr(at("d.csv")).replace("'", "\\'"))]))
    except ImportError:
        print("no DuckDB here")
    turns("one month as CSV", c_month, s_month, *others)
    rows = [sum(1 for _ in open(at(name))) - 1 for name in ("c.csv", "s.csv")]
    assert rows[0] == rows[1] == asked.cells, rows
    turns("12 months as CSV", lambda: run(mine + ["report", "--period", "2017-06..2018-05", "--format", "csv"]))

    # One entry, beside one durable row of the shell's.
    days = ((f"C{at // 28 + 1}-1", f"2018-06-{at % 28 + 1:02d}") for at in range(10**6))

    def entry():
        cell, day = next(days)
        return run(mine + ["log-meeting", cell, "--kind", "extraordinary", "--on", day, "--visitor", "assigned"])

    taken_back = lambda: run(mine + ["undo"])
    with open(at("row.sql"), "w") as file:
        file.write("pragma synchronous=full; insert into meetings(period, cell, kind, held_on) values ('2018-06', 'C1-1', 'x' || random(), '2018-06-01');")
    turns("log-meeting", entry, lambda: run(["sqlite3", theirs], stdin=open(at("row.sql"))))
    turns("undo of one entry", taken_back)
    turns("assign --replace, dry run", lambda: run(mine + ["assign", "C1-2", "CB-3", "--from", "2018-07-01", "--replace", "--dry-run"]))
    turns("history", lambda: run(mine + ["history"]))
    turns("check", lambda: run(mine + ["check"]))
    turns("backup", lambda: (afresh(at("b.db")), run(mine + ["backup", at("b.db")]))[1])
    turns("export", lambda: (shutil.rmtree(at("e"), ignore_errors=True), run(mine + ["export", at("e")]))[1])
    turns("close --with-gaps, dry run", lambda: run(mine + ["close", "2018-02", "--with-gaps", "--dry-run"]))

    # The sample town's month, whole processes.
    os.chdir(room)
    run([chibo, "demo"])
    sample = [chibo, "--db", "demo.db", "--today", "2018-08-08", "report", "--period", "2018-07", "--format", "csv"]
    small = at("small")
    os.mkdir(small)
    town(small, 27, 14)
    with open(load, "w") as file:
        file.write(SQL_TABLES.format(imports="\n".join(f".import --skip 1 {small}/{t}.csv {t}" for t in tables)))
    theirs = at("small.db")
    run(["sqlite3", theirs], stdin=open(load))
    asked.runs = 60
    turns("the sample town's month", lambda: run(sample), lambda: run(["sqlite3", "-csv", "-header", theirs], stdin=open(month)))


if __name__ == "__main__":
    main()
