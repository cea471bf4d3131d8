// The details of a push or call: raw and decrypted content, timing, problems and hints.

import { connectionPanel } from "./connect.js";
import { copyButton } from "./copy.js";
import { curl } from "./curl.js";
import { button, byId, fragment, h, icon } from "./dom.js";
import { byteLength, bytes, duration, preciseTime } from "./format.js";
import { pick, t } from "./i18n.js";
import { lineOf } from "./bubble.js";
import { bar, pill, titleOf } from "./inspector.js";
import { canPretty, highlighted } from "./pretty.js";
import { account, entry, on, select, store } from "./store.js";
import { messageTitle, traceBox } from "./trace.js";

const pane = byId("detail");
const choices = new Map(); // name of a block → formatted or raw, kept between entries

/** Starts rendering the details. */
export function startDetail() {
  on("select", () => {
    draw();
    pane.scrollTop = 0;
  });
  on("entries lang who connection", draw);
  on("entry", ({ entry: e }) => {
    if (e.id === store.selected) draw();
  });
  on("state", () => {
    if (!store.selected) draw();
  });
  draw();
}

function draw() {
  const e = entry(store.selected);
  byId("panes").classList.toggle("has-detail", Boolean(e) || store.showConnection === true);
  if (!e) return rest();
  const draws = { push, call, note, message };
  return pane.replaceChildren(draws[e.kind](e));
}

// Nothing is selected: shows how to connect until a bot is connected.
function rest() {
  if (account() && (store.showConnection || account().callback?.status !== "verified")) {
    const panel = connectionPanel();
    if (panel.parentNode !== pane) pane.replaceChildren(panel);
    return;
  }
  pane.replaceChildren(
    h(
      "div",
      { class: "detail-none" },
      icon("tap"),
      h("strong", null, t("detail.none")),
      h("p", null, t("detail.none.hint")),
    ),
  );
}

function heading(e, tag, extra = null) {
  return h(
    "header",
    { class: "detail-head" },
    button({ class: "quiet-icon back", label: t("detail.back"), on: { click: () => select(null) } }, icon("back")),
    h(
      "div",
      { class: "detail-title" },
      h(
        "span",
        { class: "detail-kind" },
        icon(e.kind === "call" ? "call" : "push"),
        t(`row.${e.kind}`),
        tag && h("code", null, tag),
      ),
      h("h2", null, titleOf(e)),
    ),
    pill(e),
    extra,
  );
}

function problemBox(problem, outcome) {
  if (!problem) return null;
  const hint = pick(problem, "hint_");
  return h(
    "div",
    { class: `problem problem-${outcome}`, role: "note" },
    icon("warn"),
    h("div", null, h("strong", null, pick(problem)), hint && h("p", null, h("b", null, `${t("detail.todo")}: `), hint)),
  );
}

// Absent parts of an exchange are null or missing.
const has = (text) => typeof text === "string";

const fact = (label, ...value) => h("div", null, h("dt", null, label), h("dd", null, ...value));

function push(e) {
  return h(
    "article",
    { class: "exchange" },
    heading(
      e,
      e.summary?.event || e.summary?.msg_type,
      copyButton(() => curl(e.request), t("copy.curl")),
    ),
    problemBox(e.problem, e.outcome),
    traceBox(e.id),
    h(
      "dl",
      { class: "facts" },
      fact(t("detail.started"), preciseTime(e.started ?? e.at)),
      fact(
        t("detail.attempt"),
        t("row.attempt", { n: e.attempt, of: e.attempts }),
        e.repeat_of &&
          button(
            { class: "inline", title: t("detail.repeat"), on: { click: () => select(e.repeat_of) } },
            icon("dice"),
          ),
      ),
      fact(
        t("detail.took"),
        h("b", null, duration(e.took_ms)),
        ` ${t("detail.of", { deadline: duration(e.deadline_ms) })}`,
        bar(e),
      ),
      e.response && fact(t("detail.status"), String(e.response.status)),
    ),
    h(
      "div",
      { class: "sides" },
      h(
        "section",
        null,
        h("h3", null, t("detail.platform")),
        address(e.request.method, e.request.url),
        has(e.request.plain) && block("push-plain", t("detail.plain"), e.request.plain, true),
        e.request.method !== "GET" && block("push-raw", t("detail.raw"), e.request.body ?? "", !has(e.request.plain)),
        query(e.request.query),
      ),
      h("section", null, h("h3", null, t("detail.bot")), answer(e)),
    ),
  );
}

function answer(e) {
  if (!e.response)
    return h("p", { class: "quiet-line" }, t(e.outcome === "waiting" ? "detail.answerwaiting" : "detail.answernone"));
  const { body, plain } = e.response;
  if (!body)
    return fragment(
      block("answer-raw", t("detail.raw"), "", false),
      e.outcome === "empty" && h("p", { class: "quiet-line" }, t("detail.answerempty")),
    );
  return fragment(
    has(plain) && block("answer-plain", t("detail.plain"), plain, true),
    block("answer-raw", t("detail.raw"), body, !has(plain)),
  );
}

function call(e) {
  const { request, response } = e;
  return h(
    "article",
    { class: "exchange" },
    heading(e, null),
    problemBox(e.problem, "error"),
    traceBox(e.id),
    h(
      "dl",
      { class: "facts" },
      fact(t("detail.started"), preciseTime(e.at)),
      fact(t("detail.took"), h("b", null, duration(e.took_ms))),
      response && fact(t("detail.status"), String(response.status)),
      Number.isInteger(e.errcode) && fact(t("detail.errcode"), h("code", null, String(e.errcode))),
      (e.title || e.name) && fact(t("detail.endpoint"), [e.name, e.title].filter(Boolean).join(" · ")),
    ),
    h(
      "div",
      { class: "sides" },
      h(
        "section",
        null,
        h("h3", null, t("detail.asked")),
        address(request.method, `${request.host ?? ""}${request.path}`),
        query(request.query),
        has(request.body) && block("call-request", t("detail.body"), request.body, true),
      ),
      h(
        "section",
        null,
        h("h3", null, t("detail.replied")),
        response
          ? block("call-response", t("detail.body"), response.body ?? "", true)
          : h("p", { class: "quiet-line" }, t("detail.answernone")),
      ),
    ),
  );
}

// A message that was not pushed; all others are shown with their push.
function message(e) {
  return h(
    "article",
    { class: "exchange" },
    h(
      "header",
      { class: "detail-head" },
      button({ class: "quiet-icon back", label: t("detail.back"), on: { click: () => select(null) } }, icon("back")),
      h(
        "div",
        { class: "detail-title" },
        h("span", { class: "detail-kind" }, ...messageTitle(e)),
        h("h2", null, lineOf(e.content) || e.content.type),
      ),
    ),
    traceBox(e.id),
  );
}

function note(e) {
  return h(
    "article",
    { class: "exchange" },
    h(
      "header",
      { class: "detail-head" },
      button({ class: "quiet-icon back", label: t("detail.back"), on: { click: () => select(null) } }, icon("back")),
      h(
        "div",
        { class: "detail-title" },
        h("span", { class: "detail-kind" }, preciseTime(e.at)),
        h("h2", null, titleOf(e)),
      ),
      pill(e),
    ),
  );
}

const address = (method, url) => h("p", { class: "address" }, h("b", null, method), h("code", null, url));

function query(pairs) {
  if (!pairs?.length) return null;
  return h(
    "div",
    { class: "block" },
    h("div", { class: "block-head" }, h("span", null, t("detail.query"))),
    h(
      "table",
      { class: "query" },
      h("tbody", null, ...pairs.map(([k, v]) => h("tr", null, h("th", { scope: "row" }, k), h("td", null, v)))),
    ),
  );
}

// A text with a copy button and, if it can be formatted, a switch between formatted and raw.
function block(name, label, text, prettyByDefault) {
  let pretty = choices.get(name) ?? prettyByDefault;
  const code = h("pre", { class: `code ${name}`, tabIndex: 0, "aria-label": label, data: { testid: name } });
  const fill = () => {
    code.replaceChildren(text ? highlighted(text, pretty) : h("i", { class: "x-dim" }, t("detail.nobody")));
    code.classList.toggle("exact", !pretty);
  };
  const toggle =
    canPretty(text) &&
    button(
      {
        class: "switch",
        on: {
          click: () => {
            pretty = !pretty;
            choices.set(name, pretty);
            toggle.textContent = t(pretty ? "detail.exact" : "detail.pretty");
            fill();
          },
        },
      },
      t(pretty ? "detail.exact" : "detail.pretty"),
    );
  fill();
  return h(
    "div",
    { class: "block" },
    h(
      "div",
      { class: "block-head" },
      h("span", null, label),
      text && h("small", null, bytes(byteLength(text))),
      h("span", { class: "spacer" }),
      toggle,
      text && copyButton(() => text),
    ),
    code,
  );
}
