// What the person with the phone does, and the small notes the phone shows.

import * as api from "./api.js";
import { byId, h } from "./dom.js";
import { t } from "./i18n.js";
import { emit, store } from "./store.js";

/** Has the current person do something. True when the platform took it. */
export async function perform(action) {
  const { account, person } = store;
  try {
    await api.act({ account, person, do: action });
    emit("acted");
    return true;
  } catch (error) {
    toast(t("chat.failed", { why: reason(error) }), "bad");
    return false;
  }
}

/** Something that concerns the account or the platform rather than a person. */
export async function command(body) {
  try {
    return await api.act(body);
  } catch (error) {
    toast(reason(error), "bad");
    return null;
  }
}

/** Uploads `blob` and sends it as a message of this kind. */
export async function sendFile(kind, blob, extra = {}) {
  const { account, person } = store;
  try {
    const { media_id } = await api.upload(account, kind, blob);
    await api.act({ account, person, do: { type: kind, media_id, ...extra } });
    emit("acted");
    return true;
  } catch (error) {
    toast(t("chat.failed", { why: reason(error) }), "bad");
    return false;
  }
}

/** The words for whatever went wrong. */
export const reason = (error) => (error instanceof api.ApiError ? error.text() : String(error?.message ?? error));

/** A note at the end of the chat that goes away; `extra` may hold a link. */
export function toast(text, kind = "", extra = null) {
  const note = h("div", { class: `toast ${kind}` }, h("span", null, text), extra);
  const box = byId("toasts");
  box.append(note);
  while (box.children.length > 3) box.firstElementChild.remove();
  setTimeout(() => note.remove(), extra ? 9000 : 5000);
}
