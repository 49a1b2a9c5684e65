#!/usr/bin/env python3
"""The reports of chibo on coverage, officials, committees and duties, computed a second time (records.md, sections 4-6a, 8, 9), to compare.

A long trial, run by hand: random lawful towns are made, imported by the program, and every row and figure of `report coverage`,
`report committees`, `report officials` and `report duties` is compared, for several months, spans and days each.
Written from the contract alone, without looking at the program. Needs Python 3.11 and nothing else:

  cargo build --release && python3 tests/long/coverage_oracle.py compare target/release/chibo 1 500 --figures

  coverage_oracle.py make SEED FOLDER [--cells N] [--months M] [--strict-form]
  coverage_oracle.py check FOLDER                      lawfulness of a folder (sections 4, 5, 9)
  coverage_oracle.py selftest FROM TO                  make + check + coverage for seeds FROM..TO (both included), with statistics
  coverage_oracle.py coverage FOLDER PERIOD|FROM..TO TODAY [--reading K=V]...
  coverage_oracle.py figures  FOLDER PERIOD|FROM..TO TODAY [--reading K=V]...
  coverage_oracle.py committees|officials|duties FOLDER PERIOD|FROM..TO TODAY [--reading K=V]...
  coverage_oracle.py compare BINARY SEED_FROM SEED_TO [--figures] [--keep DIR] [--show N] [--jobs N] [--reading K=V]... [--strict-form]
                    [--no-absorb]

Readings (the first value is the default):
  before=day|any           a predecessor's meeting held on or after the day of the succession does not count, or does
  duesucc=own|pred         other-kind cell founded by succession without own meeting: due by its own assignment on the last day, or by A
  notheld=literal|predlast|own   A where R is a predecessor's not-held meeting: predecessor on the last day of M;
                           predecessor on its own last day; the new cell on the last day of M
  chain=no|yes             predecessors of predecessors
  succday=equal|month      "founded by succession": succession on = founded, or any succession in M
  scope=there|source|ended|own   row by a predecessor: a duty counts if its scope holds, on the reference day, that predecessor, or the due cell where the
                           predecessor has ended by then; or that predecessor in any case; so, and a predecessor
                           that has ended by then is held as on its own last day; or if it holds the due cell on the reference day
  early=counts|not         meetings before records_from: done for a duty, or not
  category=span|duty       an official's category in the report of duties: on the last day of the span (or his own), or besides of the duty
  visits=month|held        a committee's visits: of the cells that it has on the last day of the meeting's month (or of the cell), or on its day

Where the contract is silent the program's choice was taken over: a duty may be recorded until after the end of its official or scope, and ends
with them; `missed` and `all_came` look at A alone, never at others with a duty; rows not required stand in the officials' counts like others;
a committee has a row in `report committees` if it has a due cell, under its name of the last such month; who has neither `due` nor `visits`
has none in `report officials`, and titles there are those of the span's last day (or of his own). The order of an official's duties is free.
"""
import csv
import datetime as dt
import io
import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter, defaultdict

D = dt.date
ONE = dt.timedelta(days=1)
FAR = D(9999, 12, 31)
OLD = D(1, 1, 1)
HEADER = ("period committee committee_name cell cell_name assigned assigned_names held_on visitors visitor_names status "
          "reason total expected present grade recommendations late note self_score confirmed_score missed organisations").split()
READINGS = {"scope": ["there", "source", "ended", "own"], "before": ["day", "any"], "duesucc": ["own", "pred"],
            "notheld": ["literal", "predlast", "own"], "chain": ["no", "yes"], "succday": ["equal", "month"],
            "early": ["counts", "not"], "category": ["span", "duty"], "visits": ["month", "held"]}
DEFAULT = {k: v[0] for k, v in READINGS.items()}
COLUMNS = {
    "committees": "code name kind founded dissolved from",
    "cells": "code name kind committee founded dissolved regular_day from",
    "successions": "from_cell to_cell on document",
    "categories": "code label_vi label_en order",
    "officials": "code full_name title organisation category active_from active_until order from",
    "assignments": "cell official from until document document_date issuer mode",
    "duties": "official scope count span each from until document",
    "meetings": "period cell kind held_on not_held_reason visitors absence_reason total exempt away present excused remarks "
                "prepared theme self_score confirmed_score grade minutes_no note",
    "recommendations": "id cell period raised_on area text",
    "settings": "key value",
}
COLUMNS = {k: v.split() for k, v in COLUMNS.items()}
CELL_KINDS = ["neighbourhood", "village", "agency", "school", "other"]
REASONS = ["duty", "leave", "not-notified", "moved", "other"]
NOT_HELD = ["merged-with-next", "congress", "holiday", "disaster", "other"]
SPANS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
PLACES = ("neighbourhood", "village")   # the kinds of cell that are due without an assignment
AREAS = ["economy-society", "defence-security", "party-building", "mass-mobilisation", "administration", "other"]
START_CATEGORIES = ["committee-member", "board-leader", "inspection-member", "department-head"]


# ---------------------------------------------------------------- small things

def natkey(code):
    pieces, zeros = [], []
    for part in re.findall(r"[0-9]+|[^0-9]", code):
        if part.isdigit():
            pieces.append((0, int(part)))
            zeros.append(len(part) - len(str(int(part))))
        else:
            pieces.append((1, ord(part.upper())))
    return (pieces, sum(zeros), zeros)


def parse_date(s):
    s = s.strip()
    if not s:
        return None
    m = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", s)
    if m:
        return D(int(m[1]), int(m[2]), int(m[3]))
    m = re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", s)
    if m:
        return D(int(m[3]), int(m[2]), int(m[1]))
    raise ValueError("date " + repr(s))


def parse_period(s):
    s = s.strip()
    m = re.fullmatch(r"(\d{4})-(\d{2})", s)
    if m:
        y, mo = int(m[1]), int(m[2])
    else:
        m = re.fullmatch(r"[Tt]?(\d{1,2})/(\d{4})", s)
        if not m:
            raise ValueError("period " + repr(s))
        y, mo = int(m[2]), int(m[1])
    assert 1 <= mo <= 12
    return y * 12 + mo - 1


def period_text(p):
    return "%04d-%02d" % (p // 12, p % 12 + 1)


def first_day(p):
    return D(p // 12, p % 12 + 1, 1)


def last_day(p):
    return first_day(p + 1) - ONE


def period_of(d):
    return d.year * 12 + d.month - 1


def csv_field(s):
    if any(c in s for c in ',"\r\n'):
        return '"' + s.replace('"', '""') + '"'
    return s


# ---------------------------------------------------------------- reading a folder

def read_csv(folder, name):
    path = os.path.join(folder, name + ".csv")
    if not os.path.exists(path):
        return []
    with open(path, "rb") as f:
        text = f.read().decode("utf-8-sig")
    head = text.split("\n", 1)[0].rstrip("\r")
    delimiter = max(",;\t", key=head.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    keys = [k.strip() for k in rows[0]]
    out = []
    for r in rows[1:]:
        if any(x.strip() for x in r):
            r = r + [""] * (len(keys) - len(r))
            out.append({k: x.strip() for k, x in zip(keys, r)})
    return out


class Thing:
    pass


def reason(meeting, official):
    """why an assigned visitor did not come: given for all who did not come or for each"""
    return meeting.reason_each.get(official) or meeting.reason_all


class Records:
    """A folder, as it is read for coverage."""

    def __init__(self, folder):
        def get(row, key):
            return row.get(key, "")

        def up(code):
            return code.strip().upper()

        def dated(name, start_key, end_key, undated, values):
            groups = defaultdict(list)
            for row in read_csv(folder, name):
                groups[up(row["code"])].append(row)
            out = {}
            for key, rows in groups.items():
                rows.sort(key=lambda r: parse_date(get(r, "from")) or OLD)
                t = Thing()
                t.code = rows[0]["code"]
                t.start = parse_date(get(rows[0], start_key)) or OLD
                t.end = parse_date(get(rows[0], end_key)) or FAR
                for u in undated:
                    setattr(t, u, get(rows[0], u))
                t.versions = []
                for i, r in enumerate(rows):
                    since = parse_date(get(r, "from")) or t.start
                    t.versions.append((OLD if i == 0 else since, {v: get(r, v) for v in values}))
                out[key] = t
            return out

        self.committees = dated("committees", "founded", "dissolved", ["kind"], ["name"])
        self.cells = dated("cells", "founded", "dissolved", ["kind", "regular_day"], ["name", "committee"])
        self.officials = dated("officials", "active_from", "active_until", ["full_name", "order"], ["title", "organisation", "category"])
        self.successions = [(up(r["from_cell"]), up(r["to_cell"]), parse_date(r["on"])) for r in read_csv(folder, "successions")]
        self.assignments = defaultdict(list)
        for r in read_csv(folder, "assignments"):
            c, o = up(r["cell"]), up(r["official"])
            until = parse_date(get(r, "until")) or FAR
            until = min(until, self.cells[c].end, self.officials[o].end)
            self.assignments[c].append((parse_date(r["from"]), until, o, get(r, "mode") or "each"))
        self.duties = [self.duty(r) for r in read_csv(folder, "duties")]
        self.regular, self.all_meetings = {}, []
        for r in read_csv(folder, "meetings"):
            m = Thing()
            m.cell, m.period, m.kind = up(r["cell"]), parse_period(r["period"]), get(r, "kind") or "regular"
            m.held_on = parse_date(get(r, "held_on"))
            m.not_held_reason = get(r, "not_held_reason")
            v = get(r, "visitors")
            m.visitors = set() if v.lower() in ("", "none", "không có") else {up(x) for x in v.split(";") if x.strip()}
            m.reason_all, m.reason_each = "", {}
            a = get(r, "absence_reason")
            if "=" in a:
                for pair in a.split(";"):
                    who, why = pair.split("=")
                    m.reason_each[up(who)] = why.strip()
            else:
                m.reason_all = a
            for k in ("total", "exempt", "away", "present", "excused"):
                x = get(r, k)
                setattr(m, k, int(x) if x else None)
            m.grade, m.note = get(r, "grade"), get(r, "note")
            m.scores = [re.sub(r"\.0$", "", get(r, k)) for k in ("self_score", "confirmed_score")]
            self.all_meetings.append(m)
            if m.kind == "regular":
                assert (m.cell, m.period) not in self.regular
                self.regular[m.cell, m.period] = m
        self.recommendations = Counter((up(r["cell"]), parse_period(r["period"])) for r in read_csv(folder, "recommendations"))
        self.records_from = self.earliest(self.all_meetings)
        for r in read_csv(folder, "settings"):
            if r["key"] == "records_from" and r["value"]:
                self.records_from = parse_period(r["value"])

    # -- facts on a day

    def value(self, thing, day, key):
        found = thing.versions[0][1][key]
        for since, values in thing.versions:
            if since <= day:
                found = values[key]
        return found

    def assigned(self, cell, day):
        return {o for since, until, o, _ in self.assignments[cell] if since <= day < until}

    def mode(self, cell, day):
        """each or any: the same for all who are assigned on a day"""
        return next((mode for since, until, _, mode in self.assignments[cell] if since <= day < until), "each")

    def notice(self, official):
        """the order of the notice: `order`, empty last, then code"""
        o = self.officials[official]
        return (o.order == "", int(o.order or 0), natkey(o.code))

    # -- section 6a

    def duty(self, row):
        d = Thing()
        d.official, d.count, d.span, d.each = row["official"].upper(), int(row["count"]), row["span"], row["each"] == "yes"
        d.scope = row["scope"]   # as it is written: all, a code, or cell:CODE and committee:CODE where a code is both
        what, _, code = d.scope.upper().rpartition(":")
        d.cell = code if what == "CELL" or not what and code in self.cells else None
        d.committee = code if what == "COMMITTEE" or not what and code in self.committees else None
        assert (d.cell is None) + (d.committee is None) == 1 + (d.scope == "all"), d.scope
        d.start, d.until = parse_date(row["from"]), parse_date(row.get("until", "")) or FAR
        for thing in (self.officials[d.official], self.cells.get(d.cell), self.committees.get(d.committee)):
            if thing is not None:
                d.until = min(d.until, thing.end)
        return d

    def in_scope(self, duty, cell, day):
        c = self.cells[cell]
        if not c.start <= day < c.end:
            return False
        if duty.cell:
            return duty.cell == cell
        return not duty.committee or self.value(c, day, "committee").upper() == duty.committee

    def duties_holding(self, cell, day, place_day):
        """official -> his duties in force on the day whose scope holds the cell (as it lies on place_day, but for a reading the same)"""
        out = defaultdict(list)
        for d in self.duties:
            if d.start <= day < d.until and self.in_scope(d, cell, place_day):
                out[d.official].append(d)
        return out

    def duty_rows(self, a, b, today, reading=DEFAULT):
        """report duties: a row for each duty and calendar span begun by today that shares a month with a..b"""
        out = []
        for d in self.duties:
            size = SPANS[d.span]
            for p0 in range(period_of(d.start) // size * size, b + 1, size):
                p1 = p0 + size - 1
                months = sum(d.start <= last_day(p) and first_day(p) < d.until for p in range(p0, p1 + 1))
                if p1 < a or first_day(p0) > today or not months:
                    continue
                counted = [m for m in self.all_meetings if m.kind in ("regular", "thematic") and m.held_on is not None
                           and p0 <= m.period <= p1 and d.start <= m.held_on < d.until and m.held_on <= today and d.official in m.visitors
                           and self.in_scope(d, m.cell, m.held_on) and (not d.each or self.cells[m.cell].kind in PLACES)
                           and (reading["early"] == "counts" or self.records_from is None or m.period >= self.records_from)]
                end = min(last_day(p1), d.until - ONE)
                if d.each:
                    done = sum(min(n, d.count) for n in Counter(m.cell for m in counted).values())
                    owed = d.count * sum(c.kind in PLACES and self.in_scope(d, key, end) for key, c in self.cells.items())
                else:
                    done, owed = len(counted), d.count
                owed = -(-owed * months // size)
                o = self.officials[d.official]
                seen_on = end if reading["category"] == "duty" else min(last_day(p1), o.end - ONE)
                out.append((self.notice(d.official), {
                    "official": o.code, "full_name": o.full_name, "category": self.value(o, seen_on, "category"),
                    "scope": d.scope, "count": d.count, "span": d.span, "each": "yes" if d.each else "",
                    "period_from": period_text(p0), "period_to": period_text(p1),
                    "owed": owed, "done": done, "missing": max(0, owed - done),
                    "status": "met" if done >= owed else "open" if today <= last_day(p1) else "short",
                    "last_visit": max((m.held_on.isoformat() for m in counted), default="")}))
        out.sort(key=lambda x: x[0])
        return [row for _, row in out]

    # -- section 6

    def meeting(self, cell, period, today):
        m = self.regular.get((cell, period))
        if m is not None and m.held_on is not None and m.held_on > today:
            return None
        return m

    def earliest(self, meetings):
        """what the first operation that records meetings sets"""
        return min((m.period for m in meetings), default=None)

    def predecessors(self, cell, period, reading, seen=()):
        c = self.cells[cell]
        if not first_day(period) <= c.start <= last_day(period):
            return set()
        out = set()
        for a, b, on in self.successions:
            if b == cell and a not in seen:
                if on == c.start or (reading["succday"] == "month" and period_of(on) == period):
                    out.add(a)
        return out

    def predecessor_meeting(self, cell, period, today, reading, seen=()):
        on = self.cells[cell].start
        found = [m for p in self.predecessors(cell, period, reading, seen)
                 for m in [self.meeting(p, period, today)] if m is not None
                 and (m.held_on is None or m.held_on < on or reading["before"] == "any")]
        if not found and reading["chain"] == "yes":
            for p in self.predecessors(cell, period, reading, seen):
                m = self.predecessor_meeting(p, period, today, reading, seen + (cell,))
                if m is not None:
                    found.append(m)
        if not found:
            return None
        # latest held_on first (a meeting not held has none, and comes after every held one), then lower code
        latest = max(m.held_on or OLD for m in found)
        return min((m for m in found if (m.held_on or OLD) == latest), key=lambda m: natkey(self.cells[m.cell].code))

    def rows(self, period, today, reading=DEFAULT):
        if first_day(period) > today:
            raise Refused("period begins after today")
        if self.records_from is not None and period < self.records_from:
            return []
        last = last_day(period)
        out = []
        for key, c in self.cells.items():
            if not c.start <= last < c.end:
                continue
            own = self.meeting(key, period, today)
            R, source = own, key
            if own is None:
                pm = self.predecessor_meeting(key, period, today, reading)
                if pm is not None:
                    R, source = pm, pm.cell
            reference = R.held_on if R is not None and R.held_on is not None else last
            A = self.assigned(source, reference)
            if source != key and R.held_on is None:
                if reading["notheld"] == "own":
                    A = self.assigned(key, last)
                elif reading["notheld"] == "predlast":
                    A = self.assigned(source, min(last, self.cells[source].end - ONE))
            if c.kind not in PLACES:
                own_reference = own.held_on if own is not None and own.held_on is not None else last
                covered = self.assigned(key, own_reference) if reading["duesucc"] == "own" else A
                if not covered:
                    continue
            where, day = key if reading["scope"] == "own" else source, reference
            if reading["scope"] == "there" and not self.cells[source].start <= reference < self.cells[source].end:
                where = key   # a predecessor that did not meet is gone by then: what is owed is owed to the cell that is there
            if reading["scope"] == "ended":
                day = min(day, self.cells[source].end - ONE)
            holding = self.duties_holding(where, reference, day)
            star = A | set(holding)
            owing = {o for o in A if o not in holding or any(d.span == "month" and (d.cell or d.each) for d in holding[o])}
            mode = self.mode(source, reference)
            held = R is not None and R.held_on is not None
            if not star:
                status = "unassigned"
            elif R is None:
                status = "pending" if today <= last else "missing"
            elif not held:
                status = "not-held"
            elif R.visitors & star:
                status = "attended"
            elif not owing:
                status = "not-required"
            elif R.visitors:
                status = "substituted"
            elif all(reason(R, o) for o in owing):
                status = "excused"
            else:
                status = "absent"
            row = dict.fromkeys(HEADER, "")
            committee = self.committees[self.value(c, last, "committee").upper()]
            row["period"] = period_text(period)
            row["committee"], row["committee_name"] = committee.code, self.value(committee, last, "name")
            row["cell"], row["cell_name"] = c.code, self.value(c, last, "name")

            def by_code(keys):
                return sorted((self.officials[k] for k in keys), key=lambda o: natkey(o.code))

            def people(keys):
                return ";".join(o.code for o in by_code(keys)), "; ".join(o.full_name for o in by_code(keys))

            row["assigned"], row["assigned_names"] = people(A)
            row["organisations"] = "; ".join(x for x in (self.value(o, reference, "organisation") for o in by_code(A)) if x)
            row["status"] = status
            note = []
            if source != key:
                p = self.cells[source]
                note.append("predecessor %s %s" % (p.code, self.value(p, min(last, p.end - ONE), "name")))
            if held and mode == "each":
                missed = owing - R.visitors
                row["missed"] = people(missed)[0]
                if status == "attended":
                    for o in sorted(missed, key=self.notice):
                        note.append(": ".join(x for x in ("missed " + self.officials[o].code, reason(R, o)) if x))
            if R is not None:
                if R.note:
                    note.append(R.note)
                if held:
                    row["held_on"] = R.held_on.isoformat()
                    row["visitors"], row["visitor_names"] = people(R.visitors)
                    row["reason"] = R.reason_all or ";".join(
                        "%s=%s" % (self.officials[k].code, R.reason_each[k])
                        for k in sorted(R.reason_each, key=lambda k: natkey(self.officials[k].code)))
                    for k in ("total", "present"):
                        row[k] = "" if getattr(R, k) is None else str(getattr(R, k))
                    if None not in (R.total, R.exempt, R.away):
                        row["expected"] = str(R.total - R.exempt - R.away)
                    row["grade"] = R.grade
                    row["self_score"], row["confirmed_score"] = R.scores
                else:
                    row["reason"] = R.not_held_reason
            n = self.recommendations[key, period]
            row["recommendations"] = str(n) if n or held else ""
            row["note"] = "; ".join(note)
            t = Thing()
            t.row, t.R, t.held, t.status, t.A, t.owing, t.mode = row, R, held, status, A, owing, mode
            t.order = (natkey(committee.code), natkey(c.code))
            out.append(t)
        out.sort(key=lambda t: t.order)
        return out

    def coverage(self, periods, today, reading=DEFAULT):
        lines = [",".join(HEADER)]
        for p in periods:
            for t in self.rows(p, today, reading):
                lines.append(",".join(csv_field(t.row[k]) for k in HEADER))
        return "\n".join(lines) + "\n"

    @staticmethod
    def count(rows):
        """the figures of section 6 over rows of one month or several"""
        n, held = len(rows), [t for t in rows if t.held]
        attended = sum(t.status == "attended" for t in rows)
        joint = [t for t in held if t.mode == "each" and len(t.owing) >= 2]
        return {
            "assigned": [sum(t.status != "unassigned" for t in rows), n],
            "reported": [sum(t.R is not None for t in rows), n],
            "held": [len(held), n],
            "covered": [attended, n - sum(t.status == "not-required" for t in rows)],
            "covered_of_held": [attended, len(held)],
            "visited": [sum(bool(t.R.visitors) for t in held), n],
            "all_came": [sum(t.owing <= t.R.visitors for t in joint), len(joint)],
        }

    def figures(self, periods, today, reading=DEFAULT):
        return self.count([t for p in periods for t in self.rows(p, today, reading)])

    def counted(self, periods, today):
        """the meetings of every kind held by today in these months, from records_from on"""
        return [m for m in self.all_meetings if m.period in periods and m.held_on is not None and m.held_on <= today
                and (self.records_from is None or m.period >= self.records_from)]

    def committee_rows(self, periods, today, reading=DEFAULT):
        """report committees: the figures of each that has a due cell, cell-months added up, with its name of the last such month"""
        groups, visits = defaultdict(list), Counter()
        for p in periods:
            for t in self.rows(p, today, reading):
                groups[t.row["committee"]].append(t)
        for m in self.counted(periods, today):
            c = self.cells[m.cell]
            day = m.held_on if reading["visits"] == "held" else min(last_day(m.period), c.end - ONE)
            visits[self.committees[self.value(c, day, "committee").upper()].code] += len(m.visitors)
        out = []
        for code in sorted(groups, key=natkey):
            row = {"committee": code, "committee_name": groups[code][-1].row["committee_name"], "due": len(groups[code])}
            for name, (k, n) in self.count(groups[code]).items():
                row[name + "_k"], row[name + "_n"] = (k, n) if n else ("", "")   # 0/0 is empty in CSV
            row["not_required"] = sum(t.status == "not-required" for t in groups[code])
            row["visits"] = visits[code]
            out.append(row)
        return out

    def official_rows(self, periods, today, reading=DEFAULT):
        """report officials: each due cell and month with the official in A, counted once"""
        counts = defaultdict(Counter)
        for p in periods:
            for t in self.rows(p, today, reading):
                for o in t.A:
                    counts[o]["due"] += 1
                    counts[o][self.part(t, o)] += 1
        for m in self.counted(periods, today):
            for o in m.visitors:
                counts[o]["visits"] += 1
                counts[o]["stood_in"] += m.kind == "regular" and o not in self.assigned(m.cell, m.held_on)
        out = []
        for key in sorted(counts, key=self.notice):
            o, c = self.officials[key], counts[key]
            rate = sum(c[k] for k in ("attended", "shared", "replaced", "excused", "absent"))
            row = {"official": o.code, "full_name": o.full_name, "title": self.value(o, min(last_day(periods[-1]), o.end - ONE), "title")}
            row.update((k, c[k]) for k in "due attended shared replaced excused absent not_held missing pending".split())
            row.update(rate_k=c["attended"] if rate else "", rate_n=rate or "", stood_in=c["stood_in"], visits=c["visits"])
            out.append(row)
        return out

    @staticmethod
    def part(t, o):
        """what a due cell and month is to one of A; the order is the contract's"""
        if t.R is None:
            return t.status
        if not t.held:
            return "not_held"
        if o in t.R.visitors:
            return "attended"
        if reason(t.R, o):
            return "excused"
        if t.mode == "any" and t.R.visitors & t.A:
            return "shared"
        if t.R.visitors and not t.R.visitors & t.A:
            return "replaced"
        return "absent"


class Refused(Exception):
    pass


# ---------------------------------------------------------------- the generator

WORDS = ("sinh hoạt chi bộ học tập nghị quyết đường giao thông ngập úng rác thải hộ nghèo an ninh trật tự khu dân cư kiến nghị ủy ban "
         "sửa chữa cống rãnh đèn chiếu sáng bổ sung tài liệu chuyên đề quý nông thôn mới Đảng phí kết nạp chưa xong đã trả lời "
         "thuỷ lợi hoà giải quảng trường thể dục Thành Cổ Thạch Hãn An Đôn mưa lũ tháng bảy").split()
FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLE = "Văn Thị Hữu Đức Minh Thanh Ngọc Quốc Xuân Bá Đình".split()
GIVEN = "An Bình Châu Dũng Đạt Hà Hòa Hùng Khánh Lan Long Mai Nam Oanh Phúc Quý Sơn Thủy Tuấn Ước Vinh Yến Ý Ân Ẩn".split()
TITLES = ["Bí thư Thị ủy", "Phó Chủ tịch HĐND", "Trưởng ban Tổ chức, Thị ủy", "Ủy viên BTV", 'Phó ban "Dân vận"', "Giám đốc TTBDCT", "Chánh Văn phòng", ""]
ORGS = ["Thị ủy", "UBND thị xã", "Ban Tuyên giáo, Thị ủy", "Phòng Nội vụ", "Hội Nông dân", ""]


class Maker:
    def __init__(self, seed, cells=None, months=None, strict_form=False, absorb=True):
        self.rng = r = random.Random("chibo-oracle-%s" % seed)
        self.loose = not strict_form and int(seed) % 4 == 3
        self.absorb = absorb
        self.target = cells if cells else r.choice([1, 2, 3, r.randint(4, 10), r.randint(4, 15), r.randint(10, 40)])
        self.months = months if months else r.choice([1, 2, 3, r.randint(3, 8), r.randint(4, 14), r.randint(6, 24)])
        self.months = min(self.months, 56)
        lo, hi = 2016 * 12 + 1, 2020 * 12 + 10 - self.months + 1   # 2016-02 .. 2020-11
        self.p0 = r.randint(lo, hi)
        self.p1 = self.p0 + self.months - 1
        self.w0, self.w1 = first_day(self.p0), last_day(self.p1)
        self.codes, self.names_used = {}, []

    def chance(self, p):
        return self.rng.random() < p

    # -- codes and texts

    def code(self, kind):
        r = self.rng
        for _ in range(1000):
            n, m = r.choice([r.randint(1, 3), r.randint(1, 12), r.randint(1, 130)]), r.randint(1, 12)
            styles = {
                "committee": ["P{n}", "p{n}", "P0{n}", "{n}", "X.{n}", "TT-{n}", "b_{n}", "B{n}"],
                "cell": ["P{m}-{n}", "P{m}-0{n}", "p{m}-{n}", "a.{n}", "A.{n}", "A{n}", "B_{n}", "b-{n}", "b.{n}", "B{n}", "{n}", "0{n}", "{m}-{n}", "{n}a",
                         "{n}.b", "Z{m}y{n}", "z{m}", "z-", "Az", "aB", "Ab{n}", "b0{n}c", "B{n}C", "b{n}-c", "0", "00", "X{m}{n}-9999999", "x{m}._{n}"],
                "official": ["TUV-{n}", "TUV-0{n}", "tuv-{n}", "TUV{n}", "Tuv.{n}", "tuv_{n}", "BX-{n}", "bx-{n}a", "{n}", "00{n}", "o{n}", "O{m}o{n}",
                             "oo", "o.", "o_", "oO{n}", "9999999999999{n}", "u"],
                "category": ["cat-{n}", "Cat{n}", "C.{n}", "{n}-x"],
            }[kind]
            c = r.choice(styles).format(n=n, m=m)
            if r.random() < 0.05:
                c = r.choice("abAZ09x") + "".join(r.choice("aZbY019-._") for _ in range(r.randint(0, 15)))
            if len(c) > 16 or c.upper() in self.codes or c.lower() in ("assigned", "none", "today", "yesterday", "this", "last") or c in START_CATEGORIES:
                continue
            k = natkey(c)
            # where only leading zeros differ, both readings of "fewer leading zeros" must agree
            if any(k[0] == o[0] and ((k[1] < o[1]) != (k[2] < o[2]) or k[1] == o[1]) for o in self.codes.values()):
                continue
            self.codes[c.upper()] = k
            return c
        raise RuntimeError("no code")

    def text(self, limit=120, names=False):
        r = self.rng
        words = [r.choice(WORDS) for _ in range(r.randint(1, 9))]
        s = " ".join(words)
        if self.chance(0.25):
            s = s.replace(" ", ", ", 1)
        if self.chance(0.2):
            s += ' "%s"' % r.choice(WORDS)
        if self.chance(0.08):
            s = '"' + s
        if self.chance(0.1):
            s += " %d hộ" % r.randint(1, 99)
        if not names:
            if self.chance(0.08):
                s = r.choice("=+-@") + s
            if self.chance(0.1):
                s += r.choice(["; ", "!", "…", "? ", " (tt)", " – ", "'", " 50%", ",", ' ""']) + r.choice(WORDS)
            if self.chance(0.03):
                s += " predecessor P1-2 Khu phố"
        s = unicodedata.normalize("NFC", s[:limit]).strip()
        return s

    def unit_name(self, kind):
        r = self.rng
        n = r.randint(1, 14)
        return r.choice({
            "ward": ["Phường %d" % n, "Đảng bộ phường An Đôn", "Phường Thạch Hãn, khu %d" % n],
            "commune": ["Xã Hải Lệ", "Xã %s" % r.choice(WORDS).capitalize(), 'Xã "Mới" %d' % n],
            "neighbourhood": ["Khu phố %d" % n, "Khu phố %s" % r.choice(GIVEN)],
            "village": ["Thôn %s" % r.choice(GIVEN), "Thôn Như Lệ, xóm %d" % n],
            "agency": ["Cơ quan UBND", "Cơ quan Đảng, đoàn thể", "Công an %d" % n],
            "school": ["Trường THCS Lý Tự Trọng", 'Trường TH "Nguyễn Trãi", cơ sở %d' % n],
            "other": ["Trạm y tế %d" % n, "Hợp tác xã %s" % r.choice(GIVEN)],
        }[kind])

    def other_name(self, kind, old):
        while True:
            n = self.unit_name(kind)
            if self.chance(0.3):
                n += " " + self.rng.choice(GIVEN)
            if n != old:
                return n

    # -- days

    def day_in(self, lo, hi):
        """a day of lo..hi, both included"""
        return lo + dt.timedelta(days=self.rng.randint(0, (hi - lo).days))

    def event_day(self, lo=None, hi=None):
        """a day near the window, often on a month's edge"""
        r = self.rng
        for _ in range(50):
            p = r.randint(self.p0 - 1, self.p1 + 1)
            d = r.choice([first_day(p), last_day(p), last_day(p), self.day_in(first_day(p), last_day(p)),
                          self.day_in(first_day(p), last_day(p)), first_day(p) + ONE, last_day(p) - ONE])
            if (lo is None or d >= lo) and (hi is None or d <= hi):
                return d
        return None

    # -- the world

    def make(self):
        self.make_committees()
        self.make_cells()
        self.make_committee_lives()
        self.make_officials()
        self.plan_meetings()
        self.make_assignments()
        self.make_modes()
        self.make_duties()
        self.make_meetings()
        self.make_recommendations()
        return self

    def make_committees(self):
        r = self.rng
        self.committees = []
        for _ in range(r.randint(1, 6)):
            self.committees.append({"code": self.code("committee"), "kind": r.choice(["ward", "commune"])})

    def new_cell(self, founded):
        r = self.rng
        kind = r.choice(["neighbourhood"] * 5 + ["village"] * 3 + ["agency", "agency", "school", "other"])
        spare = [k["code"] for k in self.committees if all(k["code"] != x["code"] for x in self.cells)]
        code = self.rng.choice(spare) if spare and self.chance(0.03) else self.code("cell")   # a code may be a committee's and a cell's
        c = {"code": code, "kind": kind, "founded": founded, "dissolved": None,
             "regular_day": str(r.randint(1, 31)) if self.chance(0.5) else "", "fresh": False}
        self.cells.append(c)
        return c

    def make_cells(self):
        r = self.rng
        self.cells, self.successions = [], []
        initial = max(1, round(self.target * r.choice([0.5, 0.7, 0.9, 1.0])))
        for _ in range(initial):
            if self.chance(0.8):
                self.new_cell(self.day_in(D(1975, 5, 1), self.w0 - 40 * ONE))
            else:
                self.new_cell(self.event_day())
        # events in order of date
        days = sorted(d for d in (self.event_day() for _ in range(r.randint(0, 2 + self.target))) if d)
        if days and self.chance(0.5):   # a second event on the same day, or later in the same month
            days = sorted(days + [d for d in (self.event_day(d, last_day(period_of(d))) for d in days[:2]) if d])
        for on in days:
            into = [b for _, b, day, _ in self.successions if day == on]   # what absorbed another that day lives on that day
            alive = [c for c in self.cells if c["founded"] < on and c["dissolved"] is None and c not in into]
            room = self.target - len(self.cells)
            if not alive:
                continue
            what = r.choice(["dissolve", "merge", "merge", "merge", "split", "split", "found", "absorb", "many"])
            doc = r.choice(["", "12-QĐ/TU", "QĐ 5, TU"])
            if what == "found" and room >= 1:
                self.new_cell(on)
            elif what == "dissolve" and self.chance(0.6):
                r.choice(alive)["dissolved"] = on
            elif what in ("merge", "many") and room >= 1:
                preds = r.sample(alive, min(len(alive), r.randint(1 if self.chance(0.1) else 2, 4)))
                survivor = r.choice(preds) if self.chance(0.25) else None
                news = [self.new_cell(on) for _ in range(1 if what == "merge" else min(room, 2))]
                for new in news:
                    new["fresh"] = True
                    for p in preds:
                        if what == "merge" or self.chance(0.8):
                            self.successions.append((p, new, on, doc))
                for p in preds:
                    if p is not survivor:
                        p["dissolved"] = on
            elif what == "split" and room >= 1:
                p = r.choice(alive)
                stays = room < 2 or self.chance(0.5)
                for _ in range(r.randint(1, min(room, 3)) if stays else r.randint(2, min(room, 3))):
                    new = self.new_cell(on)
                    new["fresh"] = True
                    self.successions.append((p, new, on, doc))
                if not stays:
                    p["dissolved"] = on
            elif what == "absorb" and self.absorb and len(alive) >= 2:
                p, q = r.sample(alive, 2)
                self.successions.append((p, q, on, doc))
                p["dissolved"] = on
        # names and committees over time
        for c in self.cells:
            end = c["dissolved"]
            rows = [{"from": c["founded"], "name": self.unit_name(c["kind"]), "committee": r.choice(self.committees)["code"]}]
            for _ in range(r.choice([0, 0, 0, 1, 1, 2, 3])):
                d = self.event_day(c["founded"] + ONE, end - ONE if end else None)
                if not d or any(x["from"] == d for x in rows):
                    continue
                rows.append({"from": d})
            rows.sort(key=lambda x: x["from"])
            for before, x in zip(rows, rows[1:]):
                x["name"], x["committee"] = before["name"], before["committee"]
                others = [k["code"] for k in self.committees if k["code"] != x["committee"]]
                if others and self.chance(0.5):
                    x["committee"] = r.choice(others)
                    if self.chance(0.5):
                        x["name"] = self.other_name(c["kind"], x["name"])
                else:
                    x["name"] = self.other_name(c["kind"], x["name"])
            c["rows"] = rows

    def make_committee_lives(self):
        r = self.rng
        for k in self.committees:
            need = []
            for c in self.cells:
                for x, nxt in itertools.zip_longest(c["rows"], c["rows"][1:]):
                    if x["committee"] == k["code"]:
                        need.append((x["from"], nxt["from"] if nxt else (c["dissolved"] or FAR)))
            lo = min((a for a, _ in need), default=self.w0)
            hi = max((b for _, b in need), default=self.w1)
            k["founded"] = lo if self.chance(0.3) else self.day_in(D(1950, 1, 1), lo)
            k["dissolved"] = None
            if hi != FAR and self.chance(0.7):
                k["dissolved"] = hi if self.chance(0.6) else self.day_in(hi, hi + 300 * ONE)
                if k["dissolved"] <= k["founded"]:
                    k["dissolved"] = None
            rows = [{"from": k["founded"], "name": self.unit_name(k["kind"])}]
            for _ in range(r.choice([0, 0, 1, 2])):
                d = self.event_day(k["founded"] + ONE, k["dissolved"] - ONE if k["dissolved"] else None)
                if d and all(x["from"] != d for x in rows):
                    rows.append({"from": d})
            rows.sort(key=lambda x: x["from"])
            for before, x in zip(rows, rows[1:]):
                x["name"] = self.other_name(k["kind"], before["name"])
            k["rows"] = rows

    def make_officials(self):
        r = self.rng
        self.categories = [{"code": self.code("category"), "label_vi": "Nhóm " + r.choice(GIVEN), "label_en": "Group %d" % i, "order": str(10 + i)}
                           for i in range(r.randint(0, 3))]
        cats = [c["code"] for c in self.categories] + START_CATEGORIES + ["", ""]
        self.officials = []
        n = max(2, round(len(self.cells) * r.choice([0.5, 1, 1.3])) + r.randint(0, 3))
        pool = ["%s %s %s" % (r.choice(FAMILY), r.choice(MIDDLE), r.choice(GIVEN)) for _ in range(max(2, n - n // 5))]
        for i in range(n):
            o = {"code": self.code("official"), "full_name": r.choice(pool) if self.chance(0.4) else pool[i % len(pool)],
                 "order": str(r.randint(1, 60)) if self.chance(0.7) else ""}
            o["start"] = self.day_in(D(1995, 1, 1), self.w0 - 60 * ONE) if self.chance(0.85) else self.event_day()
            o["end"] = self.event_day(o["start"] + ONE) if self.chance(0.25) else None
            rows = [{"from": o["start"], "title": r.choice(TITLES), "organisation": r.choice(ORGS), "category": r.choice(cats)}]
            for _ in range(r.choice([0, 0, 0, 1, 2])):
                d = self.event_day(o["start"] + ONE, o["end"] - ONE if o["end"] else None)
                if d and all(x["from"] != d for x in rows):
                    rows.append({"from": d})
            rows.sort(key=lambda x: x["from"])
            for before, x in zip(rows, rows[1:]):
                while True:
                    y = {"title": r.choice(TITLES), "organisation": r.choice(ORGS), "category": r.choice(cats)}
                    if any(y[k] != before[k] for k in y):
                        break
                x.update(y)
            o["rows"] = rows
            self.officials.append(o)

    def plan_meetings(self):
        """cell, period and held_on (or None) of the regular meetings"""
        r = self.rng
        self.plan = {}
        for c in self.cells:
            habit = r.choice([0.3, 0.7, 0.85, 0.95, 1.0])
            for p in range(self.p0 - 1, self.p1 + 2):
                if p in (self.p0 - 1, self.p1 + 1) and self.chance(0.6):
                    continue
                first, last = first_day(p), last_day(p)
                lo = max(first - 15 * ONE, c["founded"], D(2016, 1, 1))
                hi = min(last + 15 * ONE, (c["dissolved"] or FAR) - ONE, D(2020, 12, 31))
                lives = c["founded"] <= last and (c["dissolved"] is None or c["dissolved"] > first)
                chance = habit
                if c["fresh"] and period_of(c["founded"]) == p:
                    chance = 0.3
                if not lives:
                    chance = 0.1
                if not self.chance(chance):
                    continue
                if lives and self.chance(0.1):
                    self.plan[c["code"], p] = None
                elif lo <= hi:
                    a, b = max(lo, first), min(hi, last)
                    x = r.random()
                    if x < 0.75 and a <= b:
                        d = self.day_in(a, b)
                    elif x < 0.82:
                        d = lo
                    elif x < 0.89:
                        d = hi
                    else:
                        d = self.day_in(lo, hi)
                    self.plan[c["code"], p] = d
                # else: nothing lawful
        self.dates = defaultdict(list)
        for (code, _), d in self.plan.items():
            if d:
                self.dates[code].append(d)

    def life(self, cell, official):
        lo = max(cell["founded"], official["start"])
        hi = min(cell["dissolved"] or FAR, official["end"] or FAR)
        return lo, hi

    def make_assignments(self):
        r = self.rng
        self.assignments = []
        self.covers = defaultdict(list)

        def edge(cell, lo, hi):
            x = r.random()
            d = None
            if x < 0.35 and self.dates[cell["code"]]:
                d = r.choice(self.dates[cell["code"]]) + r.choice([-1, 0, 0, 1, 1]) * ONE
            elif x < 0.75:
                d = self.event_day(lo, hi)
            if d is None or not lo <= d <= hi:
                d = self.day_in(lo, hi)
            return d

        for c in self.cells:
            lo = max(c["founded"], self.w0 - 200 * ONE)
            hi = min((c["dissolved"] or FAR), self.w1 + 60 * ONE)   # exclusive
            tracks = r.choice([0] + [1] * 11 + [2, 2, 2, 3]) if c["kind"] in ("neighbourhood", "village") else r.choice([0, 1, 1, 2])
            if tracks and self.chance(0.25):
                tracks += r.choice([1, 1, 2])   # several at once, as a team or each for himself
            for t in range(tracks):
                d = lo if self.chance(0.75) else edge(c, lo, hi - ONE)
                if t and self.chance(0.7):
                    d = edge(c, lo, hi - ONE)
                favourite = r.choice(self.officials)
                while d < hi:
                    fits = [o for o in self.officials if o["start"] <= d < (o["end"] or FAR)]
                    if not fits:
                        d += r.randint(5, 40) * ONE
                        continue
                    o = favourite if favourite in fits and self.chance(0.3) else r.choice(fits)
                    _, end = self.life(c, o)
                    if self.chance(0.55):
                        until, stop = None, end
                    else:
                        top = min(end, hi)
                        stop = edge(c, d + ONE, top) if d + ONE <= top else top
                        if self.chance(0.1):
                            stop = top
                        if self.chance(0.05) and end != FAR:
                            stop = end
                        until = stop
                    if any(a < stop and d < b for a, b in self.covers[c["code"], o["code"]]):
                        d = d + r.randint(1, 60) * ONE
                        if self.chance(0.3):
                            break
                        continue
                    self.covers[c["code"], o["code"]].append((d, stop))
                    doc = r.choice(["143-TB/TU", "143-TB/TU", "QĐ 7, TU", ""])
                    self.assignments.append({"cell": c["code"], "official": o["code"], "from": d, "until": until, "document": doc,
                                             "document_date": d if doc and self.chance(0.5) else None,
                                             "issuer": r.choice(["Ban Thường vụ Thị ủy", "Thị ủy, VP", ""]) if doc else ""})
                    if stop >= hi:
                        break
                    d = stop if self.chance(0.65) else stop + r.choice([1, 5, 31, 70]) * ONE   # back to back, or a hole
                    if self.chance(0.1):
                        break

    def make_modes(self):
        """the same mode for all of a cell's assignments that are joined by days in common"""
        by_cell = defaultdict(list)
        for a in self.assignments:
            by_cell[a["cell"]].append(a)
        for some in by_cell.values():
            end = None
            for a in sorted(some, key=lambda a: a["from"]):
                stop = next(y for x, y in self.covers[a["cell"], a["official"]] if x == a["from"])
                if end is None or a["from"] >= end:
                    mode = self.rng.choice(["each", "each", "any", "any", ""])
                a["mode"] = mode if mode != "each" or self.chance(0.7) else ""
                end = stop if end is None else max(end, stop)

    def make_duties(self):
        r = self.rng
        self.duties = []
        self.duty_spans = defaultdict(list)
        if self.chance(0.3):
            return
        both = {c["code"] for c in self.cells} & {k["code"] for k in self.committees}
        for o in self.officials:
            his = [c for c in self.cells if (c["code"], o["code"]) in self.covers]
            for _ in range(r.choice([0, 0, 1, 1, 1, 2, 3])):
                what = r.choice(["all", "all", "committee", "committee", "committee", "cell", "cell"])
                thing = {"code": "all", "founded": OLD, "dissolved": None}
                if what == "committee":
                    thing = r.choice(self.committees)
                elif what == "cell":
                    thing = r.choice(his) if his and self.chance(0.7) else r.choice(self.cells)
                lo, end = self.life(thing, o)
                lo = max(lo, self.w0 - 400 * ONE)
                hi = min(end, self.w1 + 200 * ONE)
                if lo >= hi:
                    continue
                since = lo if self.chance(0.4) else self.event_day(lo, hi - ONE) or self.day_in(lo, hi - ONE)
                until = None
                if self.chance(0.4):
                    until = hi if self.chance(0.2) else self.event_day(since + ONE, hi) or self.day_in(since + ONE, hi)
                elif end != FAR and self.chance(0.2):
                    until = end + r.randint(1, 300) * ONE   # it ends with its official and its scope all the same
                key, stop = (o["code"], what, thing["code"]), min(until or end, end)
                if any(a < (until or FAR) and since < b for a, b, _ in self.duty_spans[key]):
                    continue
                span = r.choice(["month", "month", "quarter", "half", "year"])
                each = self.chance(0.4)
                self.duty_spans[key].append((since, stop, thing))
                self.duties.append({"official": o["code"], "scope": what + ":" + thing["code"] if thing["code"] in both else thing["code"],
                                    "count": r.choice([1, 1, 1, 2, 3, 4, 6, 12]), "span": span, "each": "yes" if each else r.choice(["no", ""]),
                                    "from": since, "until": until, "document": r.choice(["143-TB/TU", "QĐ 7, TU", ""])})

    def obliged(self, cell, day):
        """officials with a duty in force on the day whose scope holds the cell"""
        c = next(x for x in self.cells if x["code"] == cell)
        committee = [x["committee"] for x in c["rows"] if x["from"] <= day][-1]
        scopes = (("all", "all"), ("cell", cell), ("committee", committee))
        return [o for (o, what, code), spans in self.duty_spans.items() if (what, code) in scopes and any(a <= day < b for a, b, _ in spans)]

    def assigned(self, cell, day):
        return [o["code"] for o in self.officials if any(a <= day < b for a, b in self.covers.get((cell, o["code"]), []))]

    def held(self, m, regular=True):
        r = self.rng
        d = m["held_on"]
        A = self.assigned(m["cell"], d)
        active = [o["code"] for o in self.officials if o["start"] <= d < (o["end"] or FAR)]
        others = [o for o in active if o not in A]
        x = r.random()
        V = []
        if x < 0.5 and A:
            V = r.sample(A, r.randint(1, len(A)) if self.chance(0.5) else 1)
        elif x < 0.65 and others:
            V = r.sample(others, min(len(others), r.choice([1, 1, 2, 3])))
        elif x < 0.75 and active:
            V = r.sample(active, min(len(active), r.choice([1, 2, 3, 5])))
        obliged = sorted(set(self.obliged(m["cell"], d)) - set(V))
        if obliged and self.chance(0.4):
            V += r.sample(obliged, min(len(obliged), r.choice([1, 1, 2])))
        r.shuffle(V)
        m["visitors"] = ";".join(V) if V else ("none" if regular or self.chance(0.5) else "")
        gone = [o for o in A if o not in V]
        if regular and gone and self.chance(0.6):
            if self.chance(0.45):
                m["absence_reason"] = r.choice(REASONS)
            else:
                some = gone if self.chance(0.6) else r.sample(gone, r.randint(1, len(gone)))
                some = r.sample(some, len(some))
                m["absence_reason"] = ";".join("%s=%s" % (o, r.choice(REASONS)) for o in some)
        shape = r.choice(["none", "two", "five", "five"])
        if shape != "none":
            total = r.randint(1, 60)
            m["total"] = total
            if shape == "two":
                m["present"] = r.randint(0, total)
            else:
                exempt = r.randint(0, min(6, total))
                away = r.randint(0, min(3, total - exempt))
                if self.chance(0.02):
                    exempt, away = total, 0
                expected = total - exempt - away
                present = r.randint(expected * 2 // 3, expected)
                if self.chance(0.05):
                    present = 0
                m.update(exempt=exempt, away=away, present=present, excused=r.randint(0, expected - present))
        if self.chance(0.4):
            m["remarks"] = r.randint(0, 15)
        m["prepared"] = r.choice(["yes", "no", ""])
        if self.chance(0.3):
            m["theme"] = self.text()
        for k in ("self_score", "confirmed_score"):
            if self.chance(0.4):
                m[k] = r.choice([str(r.randint(0, 100)), "%d.%d" % (r.randint(0, 99), r.randint(0, 9)), "100", "0"])
        m["grade"] = r.choice(["good", "fair", "average", "poor", "", ""])
        if self.chance(0.3):
            m["minutes_no"] = "%d-BB/CB" % r.randint(1, 40)
        if self.chance(0.35):
            m["note"] = self.text(200)

    def make_meetings(self):
        r = self.rng
        self.meetings = []
        for (cell, p), d in self.plan.items():
            m = {"period": p, "cell": cell, "kind": "regular", "held_on": d}
            if d is None:
                m["not_held_reason"] = r.choice(NOT_HELD)
                if self.chance(0.4):
                    m["note"] = self.text(200)
            else:
                self.held(m)
            self.meetings.append(m)
        seen = set()
        for c in self.cells:
            for _ in range(r.choice([0, 0, 0, 1, 2])):
                p = r.randint(self.p0 - 1, self.p1 + 1)
                lo = max(first_day(p) - 15 * ONE, c["founded"], D(2016, 1, 1))
                hi = min(last_day(p) + 15 * ONE, (c["dissolved"] or FAR) - ONE, D(2020, 12, 31))
                if lo > hi:
                    continue
                d = self.dates[c["code"]] and self.chance(0.2) and r.choice(self.dates[c["code"]]) or self.day_in(lo, hi)
                kind = r.choice(["thematic", "extraordinary", "congress"])
                if not lo <= d <= hi or (c["code"], kind, d) in seen:
                    continue
                seen.add((c["code"], kind, d))
                m = {"period": p, "cell": c["code"], "kind": kind, "held_on": d}
                self.held(m, regular=False)
                self.meetings.append(m)

    def make_recommendations(self):
        r = self.rng
        self.recommendations = []
        for c in self.cells:
            for p in range(self.p0 - 1, self.p1 + 2):
                lo, hi = max(first_day(p), c["founded"]), min(last_day(p), (c["dissolved"] or FAR) - ONE)
                if lo > hi:
                    continue
                held = self.plan.get((c["code"], p))
                if not self.chance(0.3 if held else 0.08):
                    continue
                for _ in range(r.choice([1, 1, 2, 3])):
                    self.recommendations.append({"cell": c["code"], "period": p, "raised_on": held or self.day_in(lo, hi),
                                                 "area": r.choice(AREAS), "text": self.text(180)})
        r.shuffle(self.recommendations)
        for i, x in enumerate(self.recommendations):
            x["id"] = str(i + 1)

    # -- writing

    def write(self, folder):
        r = self.rng
        os.makedirs(folder, exist_ok=True)

        def dated(things, undated, start_key, end_key, start, end):
            out = []
            for t in things:
                for i, x in enumerate(t["rows"]):
                    row = dict(x)
                    row["code"] = t["code"]
                    if i == 0 and self.chance(0.7):
                        row["from"] = None
                    for k in undated:
                        if i == 0 or self.chance(0.5):
                            row[k] = t[k]
                    for k, v in ((start_key, t[start]), (end_key, t[end])):
                        if i == 0 or self.chance(0.5):
                            row[k] = v
                    out.append(row)
            return out

        files = {
            "committees": dated(self.committees, ["kind"], "founded", "dissolved", "founded", "dissolved"),
            "cells": dated(self.cells, ["kind", "regular_day"], "founded", "dissolved", "founded", "dissolved"),
            "officials": dated(self.officials, ["full_name", "order"], "active_from", "active_until", "start", "end"),
            "successions": [{"from_cell": a["code"], "to_cell": b["code"], "on": on, "document": doc} for a, b, on, doc in self.successions],
            "categories": self.categories, "assignments": self.assignments, "duties": self.duties,
            "meetings": self.meetings, "recommendations": self.recommendations,
        }
        if self.chance(0.45):
            files["settings"] = [{"key": "records_from", "value": period_text(r.randint(self.p0 - 2, self.p0 + self.months // 2))}]
        elif self.chance(0.2):
            files["settings"] = []
        for name, rows in files.items():
            if not rows and self.chance(0.5):
                continue
            rows = list(rows)
            r.shuffle(rows)
            columns = list(COLUMNS[name])
            delimiter, newline, bom, dates = ",", "\n", "", 0
            if self.loose:
                r.shuffle(columns)
                delimiter = r.choice(",,;\t")
                newline = r.choice(["\n", "\r\n"])
                bom = r.choice(["", "\ufeff"])
                dates = r.choice([0, 1, 2])
            if name == "assignments" and all(x["mode"] in ("", "each") for x in rows) and self.chance(0.5):
                columns.remove("mode")
            if "from" in columns and name not in ("assignments", "duties") and self.chance(0.5) and not any(x.get("from") for x in rows):
                columns.remove("from")

            def show(k, v):
                if v is None:
                    return ""
                if k == "period":
                    return period_text(v) if dates != 1 else "T%d/%d" % (v % 12 + 1, v // 12)
                if isinstance(v, D):
                    return v.isoformat() if dates == 0 else v.strftime("%d/%m/%Y") if dates == 1 else "%d-%d-%d" % (v.day, v.month, v.year)
                return str(v)

            def quote(s):
                if any(ch in s for ch in delimiter + '"\r\n') or (self.loose and self.chance(0.05)):
                    return '"' + s.replace('"', '""') + '"'
                return s

            lines = [delimiter.join(columns)]
            for x in rows:
                lines.append(delimiter.join(quote(show(k, x.get(k))) for k in columns))
            with open(os.path.join(folder, name + ".csv"), "wb") as f:
                f.write((bom + newline.join(lines) + newline).encode("utf-8"))


# ---------------------------------------------------------------- the lawfulness checker (reads the files again)

def check(folder):
    faults = []

    def fault(*what):
        faults.append(" ".join(str(x) for x in what))

    def raw(name):
        rows = read_csv(folder, name)
        for row in rows:
            for k in row:
                if k not in COLUMNS[name]:
                    fault(name, "unknown column", k)
            for k, v in row.items():
                if unicodedata.normalize("NFC", v) != v:
                    fault(name, k, "not NFC", v)
                if any(unicodedata.category(ch) in ("Cc", "Cf") for ch in v):
                    fault(name, k, "control character", repr(v))
                if k in ("theme", "note", "text", "name", "full_name", "title", "document", "minutes_no", "issuer", "organisation"):
                    if re.search(r"\d{9}", v):
                        fault(name, k, "digits", v)
                    if len(v) > 200:
                        fault(name, k, "long", v)
                    if k in ("name", "full_name") and ";" in v:
                        fault(name, k, "; in name")
                if k in ("founded", "dissolved", "from", "until", "on", "active_from", "active_until", "held_on", "raised_on", "document_date") and v:
                    d = parse_date(v)
                    if not 1930 <= d.year <= 2100:
                        fault(name, k, "year", v)
        return rows

    def lives(name, start_key, end_key, undated, values):
        groups = defaultdict(list)
        for row in raw(name):
            c = row["code"]
            if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,15}", c) or c.lower() in ("assigned", "none", "today"):
                fault(name, "code", c)
            groups[c.upper()].append(row)
        out = {}
        for c, rows in groups.items():
            if len({x["code"] for x in rows}) > 1:
                fault(name, "code in two forms", c)
            rows.sort(key=lambda x: x.get("from") and parse_date(x["from"]) or OLD)
            start, end = parse_date(rows[0][start_key]), parse_date(rows[0][end_key]) or FAR
            if not start or start >= end:
                fault(name, c, "life", start, end)
            f0 = rows[0].get("from")
            if f0 and parse_date(f0) != start:
                fault(name, c, "first from")
            days = [start] + [parse_date(x["from"]) for x in rows[1:] if x["from"]]
            if len(days) != len(rows) or sorted(set(days)) != days or days[-1] >= end:
                fault(name, c, "from days", days)
            for x in rows[1:]:
                for k in undated + [start_key, end_key]:
                    if x[k] and x[k] != rows[0][k]:
                        fault(name, c, k, "differs")
            for a, b in zip(rows, rows[1:]):
                if all(a[k] == b[k] for k in values):
                    fault(name, c, "row without a change")
            t = Thing()
            t.start, t.end, t.row, t.rows, t.days = start, end, rows[0], rows, days
            out[c] = t
        return out

    committees = lives("committees", "founded", "dissolved", ["kind"], ["name"])
    cells = lives("cells", "founded", "dissolved", ["kind", "regular_day"], ["name", "committee"])
    officials = lives("officials", "active_from", "active_until", ["full_name", "order"], ["title", "organisation", "category"])
    if (set(committees) | set(cells)) & set(officials):
        fault("a code in two registers")
    if not 1 <= len(committees) <= 6 or not 1 <= len(cells) <= 40:
        fault("size", len(committees), len(cells))
    for k in committees.values():
        if k.row["kind"] not in ("ward", "commune") or not all(x["name"] for x in k.rows):
            fault("committee", k.row)
    for code, c in cells.items():
        if c.row["kind"] not in CELL_KINDS or (c.row["regular_day"] and not 1 <= int(c.row["regular_day"]) <= 31):
            fault("cell", c.row)
        for x, a, b in zip(c.rows, c.days, c.days[1:] + [c.end]):
            k = committees.get(x["committee"].upper())
            if not x["name"] or not k or not (k.start <= a and b <= k.end):
                fault("cell", code, "in committee", x["committee"], a, b)
    pairs = set()
    for r in raw("successions"):
        p, q, on = cells.get(r["from_cell"].upper()), cells.get(r["to_cell"].upper()), parse_date(r["on"])
        if not p or not q or p is q or not (p.start < on <= p.end and q.start <= on < q.end) or (r["from_cell"], r["to_cell"], on) in pairs:
            fault("succession", r)
        pairs.add((r["from_cell"], r["to_cell"], on))
    cats = set(START_CATEGORIES)
    for r in raw("categories"):
        if r["code"].lower() in {c.lower() for c in cats}:
            fault("category", r)
        cats.add(r["code"])
    for o in officials.values():
        if not o.row["full_name"] or any(x["category"] and x["category"] not in cats for x in o.rows):
            fault("official", o.row)
    spans = defaultdict(list)
    for r in raw("assignments"):
        c, o = cells.get(r["cell"].upper()), officials.get(r["official"].upper())
        a, b = parse_date(r["from"]), parse_date(r["until"])
        if not c or not o or a < c.start or a < o.start or (b and (b <= a or b > c.end or b > o.end)) or a >= min(c.end, o.end):
            fault("assignment", r)
            continue
        stop = b or min(c.end, o.end)
        key = (r["cell"].upper(), r["official"].upper())
        if any(x < stop and a < y for x, y, _ in spans[key]):
            fault("assignment overlaps", r)
        if r.get("mode", "") not in ("", "each", "any"):
            fault("mode", r)
        for (cell, _), some in spans.items():
            if cell == key[0] and any(x < stop and a < y and mode != (r.get("mode") or "each") for x, y, mode in some):
                fault("two modes on a day", r)
        spans[key].append((a, stop, r.get("mode") or "each"))
    owed = defaultdict(list)
    for r in raw("duties"):
        o, scope = officials.get(r["official"].upper()), r["scope"].upper()
        what, _, code = scope.rpartition(":")
        places = [(k, t[code]) for k, t in (("CELL", cells), ("COMMITTEE", committees)) if code in t and what in ("", k)]
        if scope == "ALL":
            places = [("ALL", None)]
        a, b = parse_date(r["from"]), parse_date(r["until"])
        if not o or len(places) != 1 or not re.fullmatch("[1-9][0-9]*", r["count"]) or r["span"] not in SPANS or r["each"] not in ("yes", "no", ""):
            fault("duty", r)
            continue
        what, place = places[0]
        start, end = max(o.start, place.start if place else OLD), min(o.end, place.end if place else FAR)
        if not start <= a < end or b and b <= a:
            fault("duty's days", r)
        key = (r["official"].upper(), what, code)
        if any(x < (b or end) and a < y for x, y in owed[key]):
            fault("duty overlaps", r)
        owed[key].append((a, b or end))

    def assigned(cell, day):
        return {o for (c, o), s in spans.items() if c == cell and any(a <= day < b for a, b, _ in s)}

    seen = set()
    for r in raw("meetings"):
        c, p, held = cells.get(r["cell"].upper()), parse_period(r["period"]), parse_date(r["held_on"])
        regular = r["kind"] == "regular"
        if not c or r["kind"] not in ("regular", "thematic", "extraordinary", "congress"):
            fault("meeting", r)
            continue
        key = (r["cell"].upper(), p) if regular else (r["cell"].upper(), r["kind"], held)
        if key in seen:
            fault("meeting twice", r)
        seen.add(key)
        if bool(held) == bool(r["not_held_reason"]):
            fault("held or not held", r)
        if not held:
            if r["not_held_reason"] not in NOT_HELD or not (c.start <= last_day(p) and c.end > first_day(p)) or not regular:
                fault("not held", r)
            if any(v for k, v in r.items() if k not in ("period", "cell", "kind", "not_held_reason", "note")):
                fault("not held with more", r)
            continue
        if not first_day(p) - 15 * ONE <= held <= last_day(p) + 15 * ONE or not c.start <= held < c.end or not 2016 <= held.year <= 2020:
            fault("held_on", r)
        V = set()
        if r["visitors"] == "":
            if regular:
                fault("visitors empty", r)
        elif r["visitors"] != "none":
            V = {v.upper() for v in r["visitors"].split(";")}
            if len(V) != r["visitors"].count(";") + 1:
                fault("visitor twice", r)
            for v in V:
                if v not in officials or not officials[v].start <= held < officials[v].end:
                    fault("visitor", v, r)
        gone = assigned(r["cell"].upper(), held) - V
        a = r["absence_reason"]
        if a:
            if "=" in a:
                who = [x.split("=")[0].upper() for x in a.split(";")]
                if len(set(who)) != len(who) or not set(who) <= gone or any(x.split("=")[1] not in REASONS for x in a.split(";")):
                    fault("reasons", r)
            elif a not in REASONS or not gone:
                fault("reason", r)
        counts = [r[k] for k in ("total", "exempt", "away", "present", "excused")]
        known = [bool(x) for x in counts]
        if known not in ([False] * 5, [True, False, False, True, False], [True] * 5):
            fault("counts", counts)
        elif known[1]:
            t, e, w, pr, ex = map(int, counts)
            if min(t, e, w, pr, ex) < 0 or t - e - w < 0 or pr + ex > t - e - w:
                fault("counts", counts)
        elif known[0] and not 0 <= int(counts[3]) <= int(counts[0]):
            fault("counts", counts)
        for k in ("self_score", "confirmed_score"):
            if r[k] and (not re.fullmatch(r"\d{1,3}(\.\d)?", r[k]) or not 0 <= float(r[k]) <= 100):
                fault(k, r)
        if r["grade"] not in ("", "good", "fair", "average", "poor") or r["prepared"] not in ("", "yes", "no"):
            fault("grade or prepared", r)
    ids = set()
    for r in raw("recommendations"):
        c, p, on = cells.get(r["cell"].upper()), parse_period(r["period"]), parse_date(r["raised_on"])
        if not c or r["id"] in ids or r["area"] not in AREAS or not r["text"] or not c.start <= on < c.end:
            fault("recommendation", r)
        ids.add(r["id"])
    for r in raw("settings"):
        if r["key"] != "records_from":
            fault("setting", r)
        parse_period(r["value"])
    return faults


# ---------------------------------------------------------------- compare

def plan_runs(seed, maker):
    """the periods and days asked of the program, by seed"""
    r = random.Random("chibo-oracle-runs-%s" % seed)
    runs = []
    periods = [r.randint(maker.p0 - 1, maker.p1 + 1) for _ in range(2)] + [maker.p0]
    edges = [period_of(b["founded"]) for _, b, on, _ in maker.successions if b["founded"] == on]
    periods += [r.choice(edges) if edges else r.randint(maker.p0, maker.p1), period_of(r.choice(maker.cells)["dissolved"] or maker.w1)]
    for p in sorted(set(periods)):
        first, last = first_day(p), last_day(p)
        days = [r.choice([first - ONE, first - 20 * ONE]),
                r.choice([first, last, first + r.randint(0, 27) * ONE, first + r.randint(0, 27) * ONE]),
                r.choice([last + ONE, last + r.randint(1, 15) * ONE, D(2021, 6, 30), D(2021, 6, 30)])]
        runs += [(p, p, d) for d in days]
    a = r.randint(maker.p0 - 1, maker.p1)
    b = min(a + r.randint(1, 6), maker.p1 + 1)
    runs.append((a, b, r.choice([D(2021, 6, 30), first_day(b) + r.randint(0, 40) * ONE])))
    return runs


def split_meetings(seed, folder, records):
    """in a third of the towns without records_from, some of the meetings go into a second import: the first one sets it"""
    r = random.Random("chibo-oracle-split-%s" % seed)
    path, later = os.path.join(folder, "meetings.csv"), os.path.join(os.path.dirname(folder), "later.csv")
    if r.random() > 0.34 or len(records.all_meetings) < 2 or any(x["key"] == "records_from" for x in read_csv(folder, "settings")):
        return []
    with open(path, "rb") as f:
        head, *rows = f.read().decode("utf-8").splitlines(keepends=True)
    cut = r.randint(1, len(rows) - 1)
    for name, some in ((path, rows[:cut]), (later, rows[cut:])):
        with open(name, "wb") as f:
            f.write((head + "".join(some)).encode("utf-8"))
    records.records_from = records.earliest(records.all_meetings[:cut])
    return [later]


def alternatives(answer, got, base, cap=2):
    """readings under which the program's answer is the oracle's; answer gives the oracle's for a reading"""
    options = [(k, v) for k, vs in READINGS.items() for v in vs if v != base[k]]
    for n in range(1, cap + 1):
        for combo in itertools.combinations(options, n):
            if len({k for k, _ in combo}) < n:
                continue
            if answer({**base, **dict(combo)}) == got:
                return dict(combo)
    return None


def table(rows):
    """rows as they stand in a CSV, to compare with what the program prints"""
    return [{k: str(v) for k, v in row.items()} for row in rows]


def compare_one(binary, seed, opts):
    """returns (checks, [failure texts], Counter of readings that would explain)"""
    home = tempfile.mkdtemp(prefix="oracle-%s-" % seed)
    out, checks, explained = [], 0, Counter()
    env = {"PATH": "/usr/bin:/bin", "CHIBO_LANG": "en", "HOME": home, "TZ": "UTC", "LANG": "C.UTF-8"}
    for k in ("SYSTEMROOT", "TMPDIR"):
        if k in os.environ:
            env[k] = os.environ[k]
    try:
        folder, db = os.path.join(home, "folder"), os.path.join(home, "x.db")
        maker = Maker(seed, strict_form=opts["strict_form"], absorb=opts["absorb"]).make()
        maker.write(folder)
        records = Records(folder)
        imports = [folder] + split_meetings(seed, folder, records)

        def run(*args):
            return subprocess.run([binary, "--db", db, *args], env=env, cwd=home, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)

        for args in [("init",)] + [("import", x) for x in imports]:
            p = run(*args)
            checks += 1
            if p.returncode != 0:
                out.append("seed %s: %s ended with %d\n%s%s" % (seed, " ".join(args), p.returncode, p.stdout.decode("utf-8", "replace")[:2000],
                                                                 p.stderr.decode("utf-8", "replace")[:4000]))
                return checks, out, explained
            if p.stdout:
                explained["note, not counted: %s printed on stdout" % args[0]] += 1
        for a, b, today in plan_runs(seed, maker):
            checks += 1
            name = period_text(a) if a == b else period_text(a) + ".." + period_text(b)
            args = ("--today", today.isoformat(), "report", "coverage", "--period", name, "--format")
            where = "seed %s: report coverage --period %s, today %s" % (seed, name, today)
            p = run(*args, "csv")
            if first_day(b) > today:
                for kind in ("coverage", "committees", "officials", "duties"):
                    p = run(*[kind if x == "coverage" else x for x in args], "csv")
                    if p.returncode != 1 or p.stdout:
                        out.append("%s, %s: the period begins after today: expected exit 1 and an empty stdout, got %d, %d bytes"
                                   % (where, kind, p.returncode, len(p.stdout)))
                continue
            if p.returncode != 0:
                out.append("%s: exit %d\n%s" % (where, p.returncode, p.stderr.decode("utf-8", "replace")[:2000]))
                continue
            periods = range(a, b + 1)
            want = records.coverage(periods, today, opts["reading"])
            got = p.stdout.decode("utf-8", "replace")
            explained["rows: coverage"] += want.count("\n") - 1

            def reading_of(answer, got):
                alt = alternatives(answer, got, opts["reading"])
                label = ", ".join("%s=%s" % x for x in sorted(alt.items())) if alt else "(no reading explains it)"
                explained[label] += 1
                return "\n  the program's answer is the oracle's under the reading " + label if alt else ""

            if p.stdout != want.encode("utf-8"):
                out.append(where + ": rows differ" + difference(want, got)
                           + reading_of(lambda reading: records.coverage(periods, today, reading), got))
            if opts["figures"]:
                checks += 1
                p = run(*args, "json")
                try:
                    theirs = json.loads(p.stdout)
                    bad = figure_faults(records.figures(periods, today, opts["reading"]), theirs["figures"])
                    groups = {g["committee"]: g["figures"] for g in theirs.get("groups", [])}
                    rows = records.committee_rows(periods, today, opts["reading"])
                    if list(groups) != [row["committee"] for row in rows]:
                        bad.append("groups: oracle %s, program %s" % ([row["committee"] for row in rows], list(groups)))
                    for row in rows:
                        figures = {k[:-2]: [row[k] or 0, row[k[:-1] + "n"] or 0] for k in row if k.endswith("_k")}
                        bad += [row["committee"] + " " + x for x in figure_faults(figures, groups.get(row["committee"], {}))]
                    if bad:
                        out.append(where + ": figures differ\n  " + "\n  ".join(bad))
                except (ValueError, KeyError, TypeError, AttributeError) as e:
                    out.append("%s: JSON cannot be read: %r: %r" % (where, e, p.stdout[:300]))
            for kind, answer in (("committees", lambda reading: records.committee_rows(periods, today, reading)),
                                 ("officials", lambda reading: records.official_rows(periods, today, reading)),
                                 ("duties", lambda reading: records.duty_rows(a, b, today, reading))):
                checks += 1
                p = run(*[kind if x == "coverage" else x for x in args], "csv")
                if p.returncode != 0:
                    out.append("%s, %s: exit %d\n%s" % (where, kind, p.returncode, p.stderr.decode("utf-8", "replace")[:2000]))
                    continue
                got = list(csv.DictReader(io.StringIO(p.stdout.decode("utf-8", "replace"), newline="")))
                want = table(answer(opts["reading"]))
                explained["rows: " + kind] += len(want)
                if kind == "duties":   # within an official the contract gives no order
                    explained.update("duties: " + row["status"] for row in want)
                    if [r["official"] for r in got] == [r["official"] for r in want]:
                        want.sort(key=lambda r: tuple(r.values()))
                        got.sort(key=lambda r: tuple(r.values()))
                if kind == "duties" and opts["figures"]:
                    checks += 1
                    met = defaultdict(lambda: [0, 0])   # by category, and of all
                    for r in want:
                        for c in (None, r["category"]):
                            met[c][0] += r["status"] == "met"
                            met[c][1] += 1
                    theirs = json.loads(run(*["duties" if x == "coverage" else x for x in args], "json").stdout)
                    ours = {c: {"met": met[c]} for c in met if c is not None}
                    groups = {g["category"] or "": g["figures"] for g in theirs.get("groups", [])}
                    bad = figure_faults({"met": met[None]}, theirs["figures"])
                    bad += ["%s %s" % (c or "(no category)", x) for c in {**ours, **groups}
                            for x in figure_faults(ours.get(c, {"met": [0, 0]}), groups.get(c, {}))]
                    if bad:
                        out.append("%s, report duties: figures differ\n  %s" % (where, "\n  ".join(bad)))
                if got != want:
                    out.append("%s, report %s differs%s%s" % (where, kind, row_difference(want, got),
                                                              reading_of(lambda reading: table(answer(reading)), got)))
        return checks, out, explained
    finally:
        if out and opts["keep"]:
            shutil.copytree(home, os.path.join(opts["keep"], "seed-%s" % seed), dirs_exist_ok=True)
        shutil.rmtree(home, ignore_errors=True)


def figure_faults(figures, theirs):
    bad = []
    for k, (x, n) in figures.items():
        t = theirs.get(k)
        if t is None and n == 0 and k in theirs:
            continue
        percent = None if n == 0 else (x * 1000 * 2 + n) // (2 * n) / 10   # one decimal, halves away from zero
        if t is None or t.get("k") != x or t.get("n") != n or t.get("percent") != percent:
            bad.append("%s: oracle %d/%d (%s), program %s" % (k, x, n, percent, json.dumps(t)))
    return bad


def row_difference(want, got):
    lines = [" (oracle %d rows, program %d rows)" % (len(want), len(got))]
    for x, y in itertools.zip_longest(want, got):
        if x != y:
            lines.append("  oracle : %s" % ("(no such row)" if x is None else ",".join(x.values())))
            lines.append("  program: %s" % ("(no such row)" if y is None else ",".join(map(str, y.values()))))
            for k in dict.fromkeys([*(x or {}), *(y or {})]) if x and y else []:
                if x.get(k) != y.get(k):
                    lines.append("    %-16s oracle %-40r program %r" % (k, x.get(k), y.get(k)))
            break
    return "\n".join(lines)


def difference(want, got):
    w, g = want.split("\n"), got.split("\n")
    lines = [" (oracle %d rows, program %d rows)" % (max(0, len(w) - 2), max(0, len(g) - 2))]
    for i, (x, y) in enumerate(itertools.zip_longest(w, g)):
        if x != y:
            lines.append("  first difference at line %d" % (i + 1))
            lines.append("  oracle : %s" % ("(no such line)" if x is None else x))
            lines.append("  program: %s" % ("(no such line)" if y is None else y))
            try:
                rx, ry = next(csv.reader([x])), next(csv.reader([y]))
                for k, a, b in itertools.zip_longest(HEADER, rx, ry, fillvalue="(none)"):
                    if a != b:
                        lines.append("    %-16s oracle %-40r program %r" % (k, a, b))
            except Exception:
                pass
            break
    return "\n".join(lines)


def compare(binary, a, b, opts):
    from concurrent.futures import ThreadPoolExecutor
    binary = os.path.abspath(binary)
    checks, bad, explained, shown, seeds = 0, 0, Counter(), 0, 0
    with ThreadPoolExecutor(opts["jobs"]) as pool:
        for seed, (n, out, ex) in zip(range(a, b + 1), pool.map(lambda s: compare_one(binary, s, opts), range(a, b + 1))):
            checks += n
            seeds += bool(out)
            bad += len(out)
            explained += ex
            for t in out:
                if shown < opts["show"]:
                    print(t, flush=True)
                    print()
                shown += 1
    if shown > opts["show"]:
        print("… and %d more (--show N)" % (shown - opts["show"]))
    print("%d seeds, %d checks, %d disagreements in %d seeds" % (b - a + 1, checks, bad, seeds))
    for k, n in explained.most_common():
        print("  %4d × %s" % (n, k))
    return 0 if bad == 0 else 1


# ---------------------------------------------------------------- self-test

def selftest(a, b):
    bad, statuses, facts, differs = 0, Counter(), Counter(), Counter()
    for seed in range(a, b + 1):
        folder = tempfile.mkdtemp(prefix="oracle-self-")
        try:
            maker = Maker(seed).make()
            maker.write(folder)
            faults = check(folder)
            if faults:
                bad += 1
                print("seed %d: %d faults: %s" % (seed, len(faults), faults[0]))
                continue
            rec = Records(folder)
            facts["cells"] += len(rec.cells)
            facts["meetings"] += len(rec.all_meetings)
            facts["assignments"] += sum(map(len, rec.assignments.values()))
            facts["successions"] += len(rec.successions)
            for x, y, today in plan_runs(seed, maker):
                facts["runs"] += 1
                if first_day(y) > today:
                    facts["refused"] += 1
                    continue
                want = rec.coverage(range(x, y + 1), today)
                n = want.count("\n") - 1
                if n == 0:
                    facts["runs without rows"] += 1
                assert len(list(csv.DictReader(io.StringIO(want)))) == n
                for row in csv.DictReader(io.StringIO(want)):
                    statuses[row["status"]] += 1
                    facts["rows by a predecessor"] += row["note"].startswith("predecessor ")
                    facts["two or more assigned"] += ";" in row["assigned"]
                    facts["reasons by pairs"] += "=" in row["reason"]
                    facts["attended, but not by all"] += row["status"] == "attended" and row["missed"] != ""
                for k, vs in READINGS.items():
                    for v in vs[1:]:
                        if rec.coverage(range(x, y + 1), today, {**DEFAULT, k: v}) != want:
                            differs[k + "=" + v] += 1
                if x == y:
                    f = rec.figures([x], today)
                    st = Counter(r["status"] for r in csv.DictReader(io.StringIO(want)))
                    assert f["covered"] == [st["attended"], n - st["not-required"]] and f["assigned"] == [n - st["unassigned"], n]
                    assert f["reported"][0] >= f["held"][0] >= f["visited"][0] >= f["covered"][0]
                for row in rec.official_rows(range(x, y + 1), today):
                    parts = "attended shared replaced excused absent not_held missing pending".split()
                    assert row["due"] == sum(row[k] for k in parts)
                    for k in parts:
                        facts["officials: " + k] += row[k]
                facts.update("duties: " + row["status"] for row in rec.duty_rows(x, y, today))
        finally:
            shutil.rmtree(folder)
    print("%d seeds, %d unlawful" % (b - a + 1, bad))
    print("statuses", dict(statuses))
    print("facts", dict(facts))
    print("runs whose rows depend on a reading", dict(differs))
    return 1 if bad else 0


def unit_tests():
    order = "0 00 1 01 1-2 2 10 A A1 A01 A2 A10 A-1 A.1 Ab B B1-2 b1-10 B_1".split()
    # a run before any other character; shorter first
    assert natkey("P1-2") < natkey("P1-10") < natkey("p2-1") and natkey("a1") < natkey("A-") < natkey("a.") < natkey("AA") < natkey("a_")
    assert natkey("0") < natkey("00") < natkey("1") < natkey("01") and natkey("A1") < natkey("A01") < natkey("A1B")
    x = order[:]
    random.Random(1).shuffle(x)
    assert sorted(x, key=natkey) == order, sorted(x, key=natkey)


# ---------------------------------------------------------------- command line

def main(argv):
    args, opts = [], {"figures": False, "keep": None, "show": 10, "jobs": min(8, os.cpu_count() or 1), "reading": dict(DEFAULT),
                      "strict_form": False, "absorb": True, "cells": None, "months": None}
    i = 0
    while i < len(argv):
        a = argv[i]
        if a in ("--figures", "--strict-form"):
            opts[a[2:].replace("-", "_")] = True
        elif a == "--no-absorb":
            opts["absorb"] = False
        elif a in ("--keep", "--show", "--jobs", "--cells", "--months", "--reading"):
            i += 1
            v = argv[i]
            if a == "--reading":
                k, v = v.split("=")
                if v not in READINGS[k]:
                    raise SystemExit("no such reading: " + v)
                opts["reading"][k] = v
            else:
                opts[a[2:]] = v if a == "--keep" else int(v)
        elif a.startswith("--"):
            raise SystemExit(__doc__)
        else:
            args.append(a)
        i += 1

    def span(s):
        a, _, b = s.partition("..")
        return parse_period(a), parse_period(b or a)

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    what, args = (args[0] if args else ""), args[1:]
    unit_tests()
    try:
        if what == "make" and len(args) == 2:
            Maker(int(args[0]), opts["cells"], opts["months"], opts["strict_form"], opts["absorb"]).make().write(args[1])
        elif what == "check" and len(args) == 1:
            faults = check(args[0])
            print("\n".join(faults) if faults else "lawful")
            return 1 if faults else 0
        elif what == "selftest" and len(args) == 2:
            return selftest(int(args[0]), int(args[1]))
        elif what == "coverage" and len(args) == 3:
            a, b = span(args[1])
            sys.stdout.write(Records(args[0]).coverage(range(a, b + 1), parse_date(args[2]), opts["reading"]))
        elif what == "figures" and len(args) == 3:
            a, b = span(args[1])
            print(json.dumps(Records(args[0]).figures(range(a, b + 1), parse_date(args[2]), opts["reading"])))
        elif what in ("committees", "officials", "duties") and len(args) == 3:
            a, b = span(args[1])
            rec, today = Records(args[0]), parse_date(args[2])
            rows = rec.duty_rows(a, b, today, opts["reading"]) if what == "duties" else \
                getattr(rec, what[:-1] + "_rows")(range(a, b + 1), today, opts["reading"])
            for i, row in enumerate(table(rows)):
                print("\n".join(([",".join(row)] if i == 0 else []) + [",".join(map(csv_field, row.values()))]))
        elif what == "compare" and len(args) == 3:
            return compare(args[0], int(args[1]), int(args[2]), opts)
        else:
            raise SystemExit(__doc__)
    except Refused as e:
        print("refused: %s" % e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
