// The conversation: bubbles, time separators, system lines and scrolling.

import { bubble, lineOf } from "./bubble.js";
import { button, byId, fragment, h, icon } from "./dom.js";
import { chatTime, duration } from "./format.js";
import { known, t } from "./i18n.js";
import { perform, toast } from "./actions.js";
import { account, emit, entry, now, on, person, related, select, store } from "./store.js";

const GAP = 5 * 60_000; // The chat shows the time again after a pause of this length.
const PROBLEMS = new Set(["timeout", "rejected", "malformed", "blocked", "unsent"]);

const log = byId("chat-log");
const newer = byId("chat-newer");
const shown = new Map(); // entry id → its element
let last = null;
let unseen = 0;
let sticky = true;

/** The entry with the details of a message: its push or call. A message without a push is its own. */
const details = (e) => e?.exchange ?? (e?.via === "push" ? e.id : null);

const belongs = (e) => e.kind === "message" && (!e.person || e.person === store.person);

/** Starts rendering the chat. */
export function startChat() {
  on("entries who lang", redraw);
  on("state", () => {
    if (!shown.size) redraw();
  });
  on("entry", ({ entry: e, isNew }) => {
    if (e.kind !== "message") return remark(e.id);
    if (!belongs(e)) return undefined;
    const next = isNew && (!last || e.place > entry(last)?.place);
    if (!next) return redraw();
    return append(e);
  });
  on("select", mark);
  log.addEventListener("scroll", () => {
    sticky = log.scrollHeight - log.scrollTop - log.clientHeight < 48;
    if (sticky) seen();
  });
  // Pictures and a growing input change the height: stay at the end if the chat was there.
  new ResizeObserver(() => {
    if (sticky) toEnd();
  }).observe(log);
  log.addEventListener(
    "load",
    () => {
      if (sticky) toEnd();
    },
    true,
  );
  newer.addEventListener("click", () => {
    sticky = true;
    toEnd();
    seen();
  });
}

function toEnd() {
  log.scrollTop = log.scrollHeight;
}

/** Scrolls to the end, after the person's own message. */
export function showEnd() {
  sticky = true;
  toEnd();
}

function seen() {
  unseen = 0;
  newer.hidden = true;
}

function redraw() {
  shown.clear();
  last = null;
  const messages = store.order.map(entry).filter(belongs);
  log.setAttribute("aria-busy", "true");
  log.replaceChildren(...messages.map(place));
  const mayWrite = account()?.product === "mini" || person()?.following;
  if (!messages.length && mayWrite)
    log.append(h("p", { class: "chat-empty" }, t(account()?.callback ? "chat.empty" : "chat.empty.off")));
  log.setAttribute("aria-busy", "false");
  sticky = true;
  toEnd();
  seen();
  mark();
}

function append(e) {
  if (!shown.size) log.replaceChildren();
  log.append(place(e));
  mark();
  if (sticky) {
    toEnd();
  } else if (e.from !== "person") {
    unseen += 1;
    newer.replaceChildren(icon("down"), t("chat.newer"), h("b", null, String(unseen)));
    newer.hidden = false;
  }
}

// A message with a time separator if needed; its element is kept for highlighting.
function place(e) {
  const previous = entry(last);
  last = e.id;
  const line = draw(e);
  shown.set(e.id, line);
  const pause = !previous || e.at - previous.at > GAP;
  return pause
    ? fragment(h("time", { class: "chat-time", dateTime: new Date(e.at).toISOString() }, chatTime(e.at, now())), line)
    : line;
}

function draw(e) {
  const { content } = e;
  if (content.type === "system" || content.type === "action") return systemLine(e);
  const own = e.from === "person";
  const view = bubble(content, own, {
    tap: (item) => perform({ type: "menu_message", ...item }),
    note: toast,
  });
  Object.assign(view.dataset, { testid: "bubble", from: e.from });
  const who = own ? person() : account();
  const line = h(
    "div",
    { class: `message ${own ? "own" : "theirs"}`, data: { id: e.id } },
    own ? h("span", { class: "avatar person", "aria-hidden": "true" }, who?.avatar || "🙂") : accountAvatar(who),
    h(
      "div",
      { class: "message-body" },
      h("span", { class: "sr" }, t("from.person", { name: who?.name ?? "" })),
      h("div", { class: "bubble-row" }, view, own && h("span", { class: "fault-slot" })),
      h("span", { class: "mark-slot" }),
    ),
  );
  connect(line, view, e);
  return line;
}

function systemLine(e) {
  const { content } = e;
  const text = lineOf(content);
  const inner = details(e)
    ? button({ class: "system-link", title: t("chat.inspect"), on: { click: () => select(details(e)) } }, text)
    : h("span", null, text);
  if (content.type === "action") inner.prepend(icon("tap"));
  const line = h(
    "div",
    {
      class: `system ${content.type === "action" ? "action" : (content.level ?? "info")}`,
      data: { id: e.id, testid: "bubble", from: content.type === "action" ? "person" : "system" },
    },
    inner,
  );
  if (details(e)) hover(line, e);
  return line;
}

/** The account's avatar: its first letter on the colour of its product. */
export function accountAvatar(who) {
  return h(
    "span",
    { class: `avatar account ${who?.product ?? ""}`, "aria-hidden": "true" },
    [...(who?.name ?? "?")][0] ?? "?",
  );
}

function connect(line, view, e) {
  remarkLine(line, e);
  if (!details(e)) return;
  view.classList.add("inspectable");
  view.addEventListener("click", (event) => {
    const chosen = String(getSelection()) !== "";
    if (!chosen && !event.target.closest("a, button, video")) select(details(e));
  });
  hover(line, e);
}

function hover(line, e) {
  line.addEventListener("pointerenter", () => emit("hover", details(e)));
  line.addEventListener("pointerleave", () => emit("hover", null));
}

// The small line below a bubble: its channel, or the outcome of its push.
function remarkLine(line, e) {
  const slot = line.querySelector(".mark-slot");
  const own = e.from === "person";
  if (!slot || !details(e)) return;
  const exchange = entry(e.exchange);
  const outcome = exchange?.kind === "push" ? exchange.outcome : own && !e.exchange ? "unsent" : null;
  const words = [own && outcome ? t(`outcome.${outcome}`) : known(`via.${e.via}`) ? t(`via.${e.via}`) : e.via];
  if (exchange && exchange.took_ms !== null && exchange.took_ms !== undefined) words.push(duration(exchange.took_ms));
  const label = `${words.join(" · ")}. ${t("chat.inspect")}`;
  slot.replaceChildren(
    button(
      { class: `mark ${own ? "mark-own" : `mark-${e.via}`}`, label, on: { click: () => select(details(e)) } },
      words.join(" · "),
    ),
  );
  if (!own) return;
  const bad = PROBLEMS.has(outcome);
  line
    .querySelector(".fault-slot")
    .replaceChildren(...(bad ? [button({ class: "fault", label, on: { click: () => select(details(e)) } }, "!")] : []));
  line.classList.toggle("faulty", bad);
}

// Updates the bubbles that belong to a changed push or call.
function remark(id) {
  for (const [messageId, line] of shown) {
    const e = entry(messageId);
    if (e?.exchange === id) remarkLine(line, e);
  }
  mark();
}

// Highlights the bubbles of the selected exchange.
function mark() {
  for (const [id, line] of shown) line.classList.toggle("selected", related(details(entry(id)), store.selected));
}

on("hover", (id) => {
  for (const [messageId, line] of shown) line.classList.toggle("hovered", related(details(entry(messageId)), id));
});

/** Scrolls to the bubble of an exchange. */
export function revealBubble(exchange) {
  for (const [id, line] of shown) {
    if (related(details(entry(id)), exchange)) return line.scrollIntoView({ block: "nearest" });
  }
  return undefined;
}
