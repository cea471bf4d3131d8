// The plus panel: everything a person can do besides typing.

import { copyButton } from "./copy.js";
import { askFor, show } from "./dialog.js";
import { command, perform, sendFile } from "./actions.js";
import { button, byId, h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { SAMPLE_PLACE, samplePicture, sampleVoice } from "./samples.js";
import { account, person, store } from "./store.js";

/** Renders the panel for the current account. */
export function plusPanel() {
  const { product } = account();
  const official = product === "official";
  const tiles = [
    tile("image", () => pickFile("image", "image/*")),
    tile("sample", async () => sendFile("image", await samplePicture()), "sparkle"),
    tile("voice", () => sendFile("voice", sampleVoice(), { format: "amr" }), "mic"),
    tile("video", () => pickFile("video", "video/*")),
    tile("location", place, "pin"),
    tile("link", page),
    official && tile("scan", scan),
    product !== "mini" && tile("report", report, "compass"),
    !official && tile("enter", () => perform({ type: "enter" })),
    product === "mini" && tile("login", logIn, "follow"),
    product === "mini" && tile("phone", phoneNumber, "tap"),
    account().subscriptions?.length > 0 && tile("subscribe", subscribe, "check"),
    tile("event", anyEvent, "bolt"),
    product !== "mini" && tile("unfollow", () => perform({ type: "unfollow" }), "unfollow", t("unfollow")),
  ];
  return h("div", { class: "plus-panel" }, ...tiles.filter(Boolean));
}

// A tile is disabled during its action, so that nothing is sent twice by accident.
function tile(name, action, picture = name, label = t(`plus.${name}`)) {
  const el = button(
    { class: "tile", data: { action: name } },
    h("span", { class: "tile-icon" }, icon(picture)),
    h("span", null, label),
  );
  el.addEventListener("click", async () => {
    el.disabled = true;
    await action();
    el.disabled = false;
  });
  return el;
}

function pickFile(kind, accept) {
  const input = h("input", { type: "file", accept });
  return new Promise((resolve) => {
    input.addEventListener("cancel", () => resolve());
    input.addEventListener("change", () => {
      const [file] = input.files;
      resolve(file ? sendFile(kind, file) : undefined);
    });
    input.click();
  });
}

const number = (name, value) => ({
  name,
  label: t(`field.${name}`),
  type: "number",
  value: String(value),
  required: true,
});
const text = (name, value, extra = {}) => ({ name, label: t(`field.${name}`), value, ...extra });

async function place() {
  const v = await askFor(t("plus.location"), [
    text("label", t("sample.place")),
    number("latitude", SAMPLE_PLACE.latitude),
    number("longitude", SAMPLE_PLACE.longitude),
    number("scale", SAMPLE_PLACE.scale),
  ]);
  if (v)
    await perform({
      type: "location",
      label: v.label,
      latitude: Number(v.latitude),
      longitude: Number(v.longitude),
      scale: Number(v.scale),
    });
}

async function page() {
  const v = await askFor(t("plus.link"), [
    text("title", t("sample.link.title"), { required: true }),
    text("description", t("sample.link.description")),
    text("url", "https://example.com/", { type: "url", required: true }),
  ]);
  if (v) await perform({ type: "link", ...v });
}

async function report() {
  const v = await askFor(t("plus.report"), [
    number("latitude", SAMPLE_PLACE.latitude),
    number("longitude", SAMPLE_PLACE.longitude),
    number("precision", 30),
  ]);
  if (v)
    await perform({
      type: "report_location",
      latitude: Number(v.latitude),
      longitude: Number(v.longitude),
      precision: Number(v.precision),
    });
}

/** Scans a QR code of the account. A new person follows it by that. */
export async function scan() {
  const codes = account().qrcodes ?? [];
  const v = await askFor(
    t("plus.scan"),
    [text("scene", "poster-42", { required: true, hint: t("field.scene.hint") })],
    { submit: t("plus.scan"), body: codes.length ? h("div", { class: "codes" }, ...codes.map(code)) : null },
  );
  if (!v) return;
  await perform(person()?.following ? { type: "scan", scene: v.scene } : { type: "follow", scene: v.scene });
}

// A QR code of the account: tapping it scans it.
function code(made) {
  const scanIt = () => {
    byId("dialog").close();
    return perform({ type: "scan_code", code: made.ticket });
  };
  return button(
    { class: "qr-code", label: t("plus.scan.code", { scene: made.scene }), data: { scene: made.scene }, on: { click: scanIt } },
    h("img", { src: made.image, alt: "", width: 96, height: 96 }),
    h("span", null, made.scene),
  );
}

// The code that wx.login returns to the Mini Program's front end.
async function logIn() {
  await codeFor({ type: "login" });
}

// The code that the getPhoneNumber button returns.
async function phoneNumber() {
  const v = await askFor(t("plus.phone"), [text("number", "13800000000", { required: true })]);
  if (v) await codeFor({ type: "phone_number", number: v.number });
}

async function codeFor(what) {
  const { account: id, person: who } = store;
  const given = await command({ account: id, person: who, do: what });
  if (given) await show(t("plus.code"), codeBox(given.code));
}

const codeBox = (code) =>
  h("div", { class: "value" }, h("span", null, t("plus.code.hint")), h("code", null, code), copyButton(() => code));

// Asks for consent to subscription messages, with both options for each template.
async function subscribe() {
  const answer = (template, accept) =>
    button(
      {
        class: accept ? "primary" : "plain",
        on: {
          click: () => {
            byId("dialog").close();
            return perform({ type: "subscribe", templates: [template.id], accept });
          },
        },
      },
      t(accept ? "plus.allow" : "plus.reject"),
    );
  const row = (template) =>
    h("div", { class: "choice" }, h("span", null, template.title), answer(template, false), answer(template, true));
  await show(t("plus.subscribe"), h("div", null, ...account().subscriptions.map(row)));
}

async function anyEvent() {
  const v = await askFor(t("plus.event"), [
    text("event", "TEMPLATESENDJOBFINISH", { required: true }),
    text("fields", '{\n  "MsgID": "200163836",\n  "Status": "success"\n}', {
      area: true,
      check: (json) => (object(json) ? "" : t("field.fields.bad")),
    }),
  ]);
  if (v) await perform({ type: "event", event: v.event, fields: object(v.fields) });
}

function object(json) {
  try {
    const value = JSON.parse(json || "{}");
    return value && typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
