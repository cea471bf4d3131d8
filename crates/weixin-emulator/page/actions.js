// Actions of the current person, commands, and toasts.

import * as api from "./api.js";
import { byId, h } from "./dom.js";
import { t } from "./i18n.js";
import { emit, store } from "./store.js";

/** Performs an action of the current person. Returns true on success. */
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

/** Sends a command for the account or the emulator. Returns the response, or null on failure. */
export async function command(body) {
  try {
    return await api.act(body);
  } catch (error) {
    toast(reason(error), "bad");
    return null;
  }
}

/** Uploads `blob` and sends it as a message of this kind. Returns true on success. */
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

/** The text of an error. */
export const reason = (error) => (error instanceof api.ApiError ? error.text() : String(error?.message ?? error));

/** Shows a temporary note at the end of the chat; `extra` can be a link. */
export function toast(text, kind = "", extra = null) {
  const note = h("div", { class: `toast ${kind}` }, h("span", null, text), extra);
  const box = byId("toasts");
  box.append(note);
  while (box.children.length > 3) box.firstElementChild.remove();
  setTimeout(() => note.remove(), extra ? 9000 : 5000);
}
