// What became of a message: its deliveries, the replies and calls, and how it ended.

import * as api from "./api.js";
import { button, h, icon } from "./dom.js";
import { duration, preciseTime, span } from "./format.js";
import { lang, t } from "./i18n.js";
import { on, select, store } from "./store.js";

const DELAY = 60; // Several entries change at once; they cause one request.
let view = null; // the box that is shown: { id, box, trace }
let timer = null;

/** A box with the trace of the message that an entry belongs to. It is hidden if there is none. */
export function traceBox(id) {
  const box = h("section", { class: "trace", hidden: true, data: { testid: "trace" } });
  // The steps of one message share their trace: it stays while it is loaded again.
  view = { id, box, trace: covers(view?.trace, id) ? view.trace : null };
  fill();
  load(view);
  return box;
}

on("entry", () => {
  if (!view?.box.isConnected) return;
  clearTimeout(timer);
  timer = setTimeout(() => load(view), DELAY);
});

async function load(asked) {
  try {
    const { trace } = await api.getTrace(asked.id);
    if (asked !== view) return;
    asked.trace = trace;
    fill();
  } catch {
    // The entry itself is shown anyway; the next change loads the trace again.
  }
}

const covers = (trace, id) =>
  Boolean(trace) && (trace.message === id || trace.steps.some((step) => step.entry === id || step.message === id));

function fill() {
  const { box, trace } = view;
  box.hidden = !trace;
  if (!trace) return box.replaceChildren();
  const end = h("span", { class: `pill pill-${END[trace.end]}`, data: { end: trace.end } }, t(`trace.end.${trace.end}`));
  return box.replaceChildren(
    h("header", null, h("h3", null, t("trace")), h("span", { class: "trace-of" }, summary(trace)), end),
    h("ol", null, row(trace.message, 0, trace.at, t("trace.sent")), ...trace.steps.map(step)),
  );
}

// The colour of each end, by the outcome of a push.
const END = {
  waiting: "waiting",
  passive: "answered",
  message: "answered",
  unavailable: "rejected",
  nothing: "empty",
  unsent: "unsent",
};

const summary = (of) => (lang() === "zh" ? of.summary_zh : of.summary);

function step(s) {
  const line = (...parts) => row(s.entry, s.after_ms, s.at, ...parts);
  return STEPS[s.step]?.(s, line) ?? line(s.step);
}

const STEPS = {
  delivery: (s, line) =>
    line(
      t("trace.delivery", { n: s.attempt, of: s.attempts }),
      h("span", { class: `pill pill-${s.outcome}` }, t(`outcome.${s.outcome}`)),
      s.took_ms !== null && h("small", null, t("row.deadline", limits(s))),
      s.status !== null && s.status !== 200 && h("small", null, `HTTP ${s.status}`),
    ),
  reply: (s, line) => line(t("trace.reply", { n: s.attempt }), h("q", null, summary(s))),
  call: (s, line) =>
    line(
      s.probable && h("em", { title: t("trace.probably.hint") }, t("trace.probably")),
      (lang() === "zh" ? s.title : s.name) || s.name || s.title || s.path,
      h("span", { class: `pill pill-${s.errcode ? "error" : "ok"}` }, s.errcode ? String(s.errcode) : t("outcome.ok")),
      s.message ? h("q", null, summary(s)) : h("small", null, s.errcode ? `${s.method} ${s.path}` : t("trace.unseen")),
    ),
  unavailable: (s, line) => line(t("trace.unavailable")),
};

const limits = (s) => ({ took: duration(s.took_ms), deadline: duration(s.deadline_ms) });

function row(entry, after, at, ...parts) {
  const control = button(
    {
      "aria-current": entry === store.selected ? "true" : null,
      title: preciseTime(at),
      on: { click: () => select(target(entry)) },
    },
    h("time", null, `+${span(after)}`),
    h("span", null, ...parts.map((part) => (typeof part === "string" ? h("span", null, part) : part))),
  );
  return h("li", null, control);
}

// Chat messages are shown with the push or call that they belong to.
const target = (id) => {
  const e = store.entries.get(id);
  return (e?.kind === "message" && e.exchange) || id;
};

/** The icon and label of a message without a push, as the title of its details. */
export const messageTitle = (e) => [icon("tap"), t(e.from === "person" ? "trace.message" : "trace.action")];
