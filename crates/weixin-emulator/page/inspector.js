// The list of pushes, API calls and notes, with its filters.

import { revealBubble } from "./chat.js";
import { command } from "./actions.js";
import { button, byId, h, icon } from "./dom.js";
import { duration, preciseTime } from "./format.js";
import { lang, pick, t } from "./i18n.js";
import { emit, entry, now, on, people, related, select, store, sync } from "./store.js";

const FILTERS = ["all", "push", "call", "problem"];
const rows = byId("rows");
const scroll = byId("rows-scroll");
const newer = byId("rows-newer");
const elements = new Map(); // entry id → <li>
let filter = "all";
let sticky = true;

/** The outcome of an entry as one word, for styles and tests. */
export function outcomeOf(e) {
  if (e.kind === "push") return e.outcome;
  if (e.kind === "note") return e.level;
  return isProblem(e) ? "error" : "ok";
}

/** Whether the entry is a problem. */
export function isProblem(e) {
  if (e.kind === "push") return Boolean(e.problem) || !["waiting", "answered", "empty"].includes(e.outcome);
  if (e.kind === "call") return Boolean(e.problem) || Boolean(e.errcode) || (e.response?.status ?? 200) >= 400;
  return e.level !== "info";
}

/** A label with the outcome. */
export function pill(e) {
  const outcome = outcomeOf(e);
  const words = {
    push: () => t(`outcome.${outcome}`),
    note: () => t(`level.${outcome}`),
    call: () => (outcome === "ok" ? t("outcome.ok") : String(e.errcode || e.response?.status || t("level.error"))),
  };
  return h("span", { class: `pill pill-${outcome}` }, words[e.kind]());
}

/** The title of an entry. */
export function titleOf(e) {
  if (e.kind === "note") return pick(e);
  if (e.kind === "call") return (lang() === "zh" ? e.title : e.name) || e.name || e.title || e.request.path;
  if (lang() === "zh" && e.summary?.text_zh) return e.summary.text_zh;
  return e.summary?.text || e.summary?.event || e.summary?.msg_type || "";
}

const listed = (e) => e.kind !== "message";
const matches = (e) => listed(e) && (filter === "all" || (filter === "problem" ? isProblem(e) : e.kind === filter));

/** Starts rendering the list. */
export function startInspector() {
  on("lang", toolbar);
  on("entries lang", redraw);
  on("entry", ({ entry: e, isNew }) => {
    if (listed(e)) change(e, isNew);
  });
  on("select", () => {
    mark();
    if (store.selected) revealBubble(store.selected);
    elements.get(store.selected)?.scrollIntoView({ block: "nearest" });
  });
  on("hover", (id) => {
    for (const [other, li] of elements) li.classList.toggle("hovered", related(other, id));
  });
  scroll.addEventListener("scroll", () => {
    sticky = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
    if (sticky) newer.hidden = true;
  });
  new ResizeObserver(() => {
    if (sticky) toEnd();
  }).observe(scroll);
  newer.addEventListener("click", () => {
    sticky = true;
    toEnd();
    newer.hidden = true;
  });
  rows.addEventListener("keydown", onKey);
  toolbar();
  redraw();
}

function toEnd() {
  scroll.scrollTop = scroll.scrollHeight;
}

// The controls are created once per language and updated in place, so that a click is not lost when
// an entry arrives meanwhile.
function toolbar() {
  const choose = (f) => () => {
    filter = f;
    redraw();
  };
  byId("toolbar").replaceChildren(
    h(
      "div",
      { class: "segments", role: "group", "aria-label": t("filter.label") },
      ...FILTERS.map((f) => button({ data: { filter: f }, on: { click: choose(f) } }, t(`filter.${f}`), h("b"))),
    ),
    button({ class: "quiet-icon", label: t("timeline.clear"), on: { click: clear } }, icon("trash")),
  );
}

function updateCounts() {
  const all = store.order.map(entry).filter(listed);
  const count = { all: all.length, push: 0, call: 0, problem: 0 };
  for (const e of all) {
    if (e.kind in count) count[e.kind] += 1;
    if (isProblem(e)) count.problem += 1;
  }
  const [segments, bin] = byId("toolbar").children;
  for (const el of segments.children) {
    const f = el.dataset.filter;
    el.setAttribute("aria-pressed", String(f === filter));
    el.classList.toggle("alarm", f === "problem" && count.problem > 0);
    showCount(el.lastElementChild, count[f]);
  }
  bin.disabled = !all.length;
  showCount(byId("tab-count"), count.problem);
}

function showCount(el, n) {
  el.hidden = n === 0;
  el.textContent = String(n);
}

async function clear() {
  if (await command({ do: { type: "clear" } })) sync();
}

function redraw() {
  elements.clear();
  const list = store.order.map(entry).filter(matches);
  rows.replaceChildren(...list.map(row));
  empty(list.length);
  updateCounts();
  sticky = true;
  newer.hidden = true;
  toEnd();
  mark();
}

function empty(length) {
  const box = byId("rows-empty");
  box.hidden = length > 0;
  box.textContent = t(filter === "all" ? "timeline.empty" : "timeline.none");
}

function change(e, isNew) {
  updateCounts();
  const old = elements.get(e.id);
  const tail = rows.lastElementChild;
  if (!old && isNew && (!tail || entry(tail.dataset.id)?.place < e.place)) {
    if (!matches(e)) return;
    rows.append(row(e));
    empty(1);
    if (sticky) toEnd();
    else newer.hidden = false;
    newer.replaceChildren(icon("down"), t("timeline.newer"));
  } else if (old && matches(e)) {
    const focused = old.contains(document.activeElement);
    const fresh = row(e);
    old.replaceWith(fresh);
    if (focused) fresh.firstElementChild.focus();
  } else if (old || matches(e)) {
    redraw();
  }
  mark();
}

function mark() {
  for (const [id, li] of elements) {
    li.classList.toggle("related", id !== store.selected && related(id, store.selected));
    const control = li.firstElementChild;
    if (id === store.selected) control.setAttribute("aria-current", "true");
    else control.removeAttribute("aria-current");
  }
}

function onKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...rows.children];
  const at = all.findIndex((li) => li.contains(document.activeElement));
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.firstElementChild.focus();
  if (next) select(next.dataset.id);
}

function row(e) {
  const control = button(
    {
      class: "row",
      data: { testid: "inspector-row", kind: e.kind, outcome: outcomeOf(e), id: e.id },
      on: {
        click: () => select(e.id),
        pointerenter: () => emit("hover", e.id),
        pointerleave: () => emit("hover", null),
      },
    },
    ...(e.kind === "push" ? pushParts(e) : e.kind === "call" ? callParts(e) : noteParts(e)),
  );
  const li = h("li", { class: e.repeat_of ? "repeat" : "", data: { id: e.id } }, control);
  elements.set(e.id, li);
  return li;
}

const direction = (kind, name) => h("span", { class: `direction ${kind}`, title: t(`row.${kind}`) }, icon(name));

function pushParts(e) {
  const { msg_type, event } = e.summary ?? {};
  const title = titleOf(e);
  const tag = title === event ? msg_type : event || msg_type;
  const crowd = people();
  const who = crowd.length > 1 ? crowd.find((p) => p.id === e.person)?.name : null;
  return [
    direction("push", "push"),
    h("span", { class: "row-title" }, tag && h("code", null, tag), title !== tag && h("span", null, title)),
    pill(e),
    h(
      "span",
      { class: "row-meta" },
      preciseTime(e.at),
      who && h("span", null, who),
      e.attempt > 1 && h("em", null, t("row.attempt", { n: e.attempt, of: e.attempts })),
    ),
    h("span", { class: "row-time" }, bar(e), h("span", null, duration(e.took_ms))),
  ];
}

/** A bar with the share of the deadline that was used; it is animated while waiting. */
export function bar(e) {
  const share = Math.min(1, (e.took_ms ?? 0) / (e.deadline_ms || 5000));
  const waiting = e.outcome === "waiting" && !store.state.virtual_clock;
  const props = {
    class: `bar bar-${e.outcome} ${waiting ? "running" : ""}`,
    title: t("row.deadline", { took: duration(e.took_ms), deadline: duration(e.deadline_ms) }),
    "aria-hidden": "true",
  };
  const elapsed = Math.max(0, now() - e.started);
  return h(
    "span",
    {
      ...props,
      vars: { share: String(Math.max(share, 0.012)), deadline: `${e.deadline_ms}ms`, elapsed: `-${elapsed}ms` },
    },
    h("i"),
  );
}

function callParts(e) {
  return [
    direction("call", "call"),
    h("span", { class: "row-title" }, h("span", null, titleOf(e))),
    pill(e),
    h("span", { class: "row-meta" }, preciseTime(e.at), h("code", null, `${e.request.method} ${e.request.path}`)),
    h("span", { class: "row-time" }, h("span", null, duration(e.took_ms))),
  ];
}

function noteParts(e) {
  return [
    h("span", { class: `direction note-${e.level}` }, icon(e.level === "info" ? "info" : "warn")),
    h("span", { class: "row-title note" }, titleOf(e)),
    h("span", { class: "row-meta" }, preciseTime(e.at)),
  ];
}
