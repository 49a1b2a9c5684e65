"use strict";
(() => {
  const words = document.body.dataset;
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  const lang = document.documentElement.lang;
  const order = new Intl.Collator(lang, { numeric: true });
  // A row with the lines beneath it.
  const rowsOf = (body) => {
    const rows = [];
    for (const tr of body.rows) {
      if (tr.className === "u") rows[rows.length - 1].push(tr);
      else rows.push([tr]);
    }
    return rows;
  };
  const isRecord = ([tr]) => tr.className === "";
  const valueAt = (tr, column) => {
    const cell = tr.cells[column];
    return cell ? cell.dataset.v ?? cell.textContent.trim() : "";
  };
  const sort = (table, head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    for (const body of table.tBodies) {
      const rows = rowsOf(body);
      const records = rows.filter(isRecord);
      const compare = (a, b) => {
        const [one, other] = [valueAt(a[0], column), valueAt(b[0], column)];
        // What is not known stands last, whichever way.
        if (one === "" || other === "") return (one === "") - (other === "");
        const found = order.compare(one, other);
        return down ? -found : found;
      };
      records.sort(compare);
      const sorted = rows.map((row) => (isRecord(row) ? records.shift() : row));
      body.append(...sorted.flat());
    }
  };
  const tables = [...document.querySelectorAll("table.d")];
  for (const table of tables) {
    for (const head of table.tHead?.querySelectorAll("[data-c]") ?? []) {
      // What is printed at the head of every sheet of paper: a button would stand on the first one only.
      head.dataset.l = head.textContent;
      const button = document.createElement("button");
      button.type = "button";
      button.title = words.sort;
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head, Number(head.dataset.c)));
      head.append(button);
    }
  }
  const bodies = tables.flatMap((table) => [...table.tBodies]);
  const records = bodies.flatMap((body) => rowsOf(body).filter(isRecord));
  if (records.length < 2) return;
  const box = document.createElement("div");
  box.className = "find";
  box.setAttribute("role", "search");
  const label = document.createElement("label");
  label.htmlFor = "find";
  label.textContent = words.search;
  const input = document.createElement("input");
  input.type = "search";
  input.id = "find";
  input.autocomplete = "off";
  const found = document.createElement("span");
  found.setAttribute("role", "status");
  box.append(label, input, found);
  document.querySelector("main").before(box);
  // Made when somebody searches: a page of many years opens without.
  let texts;
  input.addEventListener("input", () => {
    texts ??= new Map(records.map((row) => [row, fold(row.map((tr) => tr.textContent).join(" "))]));
    const wanted = fold(input.value).split(/\s+/).filter((word) => word !== "");
    let shown = 0;
    for (const [row, text] of texts) {
      const fits = wanted.every((word) => text.includes(word));
      shown += fits;
      for (const tr of row) tr.hidden = !fits;
    }
    for (const body of bodies) {
      const rows = rowsOf(body);
      const any = rows.some((row) => isRecord(row) && !row[0].hidden);
      for (const row of rows.filter((row) => !isRecord(row))) row[0].hidden = wanted.length > 0 && !any;
    }
    found.textContent =
      wanted.length === 0 ? "" : words.found.replace("{k}", shown).replace("{n}", texts.size);
  });
})();
