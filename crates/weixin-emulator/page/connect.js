// The connection of a bot: the values for its configuration, the callback settings, and the result
// of the verification.

import * as api from "./api.js";
import { copyButton } from "./copy.js";
import { reason } from "./actions.js";
import { button, fragment, h, icon } from "./dom.js";
import { preciseTime } from "./format.js";
import { pick, t } from "./i18n.js";
import { randomText } from "./samples.js";
import { account, emit, on, select, store } from "./store.js";

const panel = h("section", { class: "connect" });
const drafts = new Map(); // account → unsaved values of its form
let failure = null; // {account, problem} of the last attempt
let busy = false;
let drawn = "";

/** The panel. It is always the same element, so that typing is not interrupted. */
export function connectionPanel() {
  draw();
  return panel;
}

/** Shows the panel, whatever the state of the connection. */
export function openConnection() {
  select(null);
  store.showConnection = true;
  emit("connection");
  panel.scrollTop = 0;
}

/** Starts listening: selecting an entry closes the panel. */
export function startConnect() {
  on("select", (id) => {
    if (id) store.showConnection = false;
  });
  on("lang", () => {
    drawn = "";
  });
}

function close() {
  store.showConnection = false;
  emit("connection");
}

function draw() {
  const who = account();
  if (!who) return panel.replaceChildren();
  const { id, product, name, secret, callback } = who;
  const signature = JSON.stringify([id, product, name, secret, callback, failure, busy]);
  if (signature === drawn) return undefined;
  drawn = signature;
  const focused = panel.contains(document.activeElement) ? document.activeElement.name : null;
  panel.replaceChildren(
    fragment(
      h(
        "header",
        { class: "detail-head" },
        button({ class: "quiet-icon back", label: t("detail.back"), on: { click: close } }, icon("back")),
        h("div", { class: "detail-title" }, h("h2", null, t(callback ? "connect.current" : "connect.title"))),
        store.showConnection &&
          button({ class: "quiet-icon close", label: t("close"), on: { click: close } }, icon("close")),
      ),
      h("p", { class: "connect-intro" }, t("connect.intro")),
      verdict(who),
      h("h3", null, t("connect.callback")),
      form(who),
      h("h3", null, t("connect.values")),
      values(who),
    ),
  );
  if (focused) panel.querySelector(`[name="${focused}"]`)?.focus();
  return undefined;
}

function verdict({ id, callback }) {
  const problem = failure?.account === id ? failure.problem : callback?.problem;
  if (problem) {
    return banner(
      "bad",
      "warn",
      t(callback?.status === "blocked" && !failure ? "connect.blocked" : "connect.failed"),
      pick(problem),
      pick(problem, "hint_"),
    );
  }
  if (!callback) return null;
  if (callback.status === "verified")
    return banner(
      "good",
      "check",
      t("connect.verified"),
      callback.verified_at ? t("connect.verified.at", { time: preciseTime(callback.verified_at) }) : null,
    );
  return banner(
    callback.status === "blocked" ? "bad" : "soft",
    "info",
    t(`connect.${callback.status}`),
    t(`connect.${callback.status}.hint`),
  );
}

const banner = (kind, name, title, ...lines) =>
  h(
    "div",
    { class: `verdict ${kind}`, role: "status", data: { testid: "verdict" } },
    icon(name),
    h("div", null, h("strong", null, title), ...lines.filter(Boolean).map((l) => h("p", null, l))),
  );

function values(who) {
  const work = who.product === "work";
  const line = (label, value, hint) =>
    value &&
    h(
      "div",
      { class: "value" },
      h("span", null, label),
      h("div", null, h("code", null, String(value)), hint && h("small", null, hint)),
      copyButton(() => String(value)),
    );
  return h(
    "div",
    { class: "values" },
    line(t("connect.base"), location.origin, t(work ? "connect.base.hint.work" : "connect.base.hint")),
    line(t(work ? "connect.corpid" : "connect.appid"), who.id),
    work && who.agent_id !== null && line(t("connect.agentid"), who.agent_id),
    line(t(work ? "connect.secret.work" : "connect.secret"), who.secret),
    who.contacts_secret && line(t("connect.contacts"), who.contacts_secret),
    !work && line(t("connect.username"), who.username),
  );
}

function initial({ id, product, callback }) {
  if (!drafts.has(id)) {
    drafts.set(id, {
      url: callback?.url ?? "http://127.0.0.1:8080/",
      token: callback?.token || randomText(16),
      encoding_aes_key: callback?.encoding_aes_key || randomText(43),
      mode: callback?.mode ?? "safe",
      format: callback?.format ?? (product === "mini" ? "json" : "xml"),
      touched: false,
    });
  }
  const draft = drafts.get(id);
  // Until it is edited, the form follows the emulator's state.
  if (!draft.touched && callback) {
    const { url, token, encoding_aes_key, mode, format } = callback;
    Object.assign(draft, { url, token, encoding_aes_key, mode, format });
  }
  return draft;
}

function form(who) {
  const draft = initial(who);
  const set = (name, value) => {
    draft[name] = value;
    draft.touched = true;
  };
  const text = (name, label, hint, extra, length) => {
    const input = h("input", {
      name,
      value: draft[name],
      required: true,
      autocomplete: "off",
      spellcheck: false,
      ...extra,
      on: { input: () => set(name, input.value) },
    });
    const make =
      length &&
      button(
        {
          class: "quiet-icon",
          label: t("connect.generate"),
          on: {
            click: () => {
              input.value = randomText(length);
              set(name, input.value);
            },
          },
        },
        icon("dice"),
      );
    return h(
      "div",
      { class: "field" },
      h("label", { for: `connect-${name}` }, label),
      h(
        "div",
        { class: "field-row" },
        Object.assign(input, { id: `connect-${name}` }),
        make,
        copyButton(() => input.value),
      ),
      hint && h("small", null, hint),
    );
  };
  const choice = (name, label, options) =>
    h(
      "fieldset",
      { class: "field choice" },
      h("legend", null, label),
      h(
        "div",
        { class: "segments" },
        ...options.map(([value, shown]) =>
          h(
            "label",
            null,
            h("input", {
              type: "radio",
              name,
              value,
              checked: draft[name] === value,
              on: { change: () => set(name, value) },
            }),
            h("span", null, shown),
          ),
        ),
      ),
    );
  const work = who.product === "work"; // WeCom only supports encrypted XML
  return h(
    "form",
    {
      class: "connect-form",
      on: {
        submit: (event) => {
          event.preventDefault();
          submit(who.id, draft);
        },
      },
    },
    text("url", t("connect.url"), null, { type: "url", inputMode: "url" }),
    text("token", t("connect.token"), t("connect.token.hint"), { pattern: "[A-Za-z0-9]{3,32}" }, 16),
    text("encoding_aes_key", t("connect.key"), t("connect.key.hint"), { pattern: "[A-Za-z0-9]{43}" }, 43),
    !work &&
      h(
        "div",
        { class: "choices-row" },
        choice(
          "mode",
          t("connect.mode"),
          ["plain", "compatible", "safe"].map((m) => [m, t(`mode.${m}`)]),
        ),
        choice("format", t("connect.format"), [
          ["xml", "XML"],
          ["json", "JSON"],
        ]),
      ),
    h("button", { type: "submit", class: "primary", disabled: busy }, t(busy ? "connect.verifying" : "connect.submit")),
  );
}

async function submit(id, { url, token, encoding_aes_key, mode, format }) {
  busy = true;
  failure = null;
  store.showConnection = true; // keeps the result visible
  draw();
  try {
    const result = await api.setCallback({ account: id, url, token, encoding_aes_key, mode, format });
    if (result.ok) drafts.get(id).touched = false;
    else failure = { account: id, problem: result.problem };
  } catch (error) {
    const text = reason(error);
    failure = { account: id, problem: { en: text, zh: text } };
  }
  busy = false;
  emit("connection");
}
