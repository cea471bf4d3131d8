// The control API of the emulator: everything the page asks or is told.

import { pick, t } from "./i18n.js";

const ROOT = "/_/api";

/** A refusal or a failure; `text()` gives it in the language of the moment. */
export class ApiError extends Error {
  constructor(status, detail) {
    super(detail?.en ?? `HTTP ${status}`);
    this.status = status;
    this.detail = detail;
  }

  text() {
    if (this.detail) return pick(this.detail);
    return this.status ? t("error.http", { status: this.status }) : t("error.network");
  }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(ROOT + path, { cache: "no-store", ...options });
  } catch {
    throw new ApiError(0);
  }
  // The emulator was started anew, with another token: it says what to open.
  if (response.status === 401) location.reload();
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) throw new ApiError(response.status, body?.error);
  return body;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const getState = () => ask("/state");

/** Every entry of an account, oldest first. */
export async function getTimeline(account) {
  const body = await ask(`/timeline?account=${encodeURIComponent(account)}&after=0`);
  return body.entries ?? [];
}

/** Something a person (or the clock) does. */
export const act = (body) => post("/act", body);

/** Has the platform verify a callback: `{ok, problem}`. */
export const setCallback = (body) => post("/callback", body);

/** Where the bytes of a media file are. */
export const mediaUrl = (mediaId) => `${ROOT}/media/${encodeURIComponent(mediaId)}`;

/** Uploads what a person is about to send: `{media_id, url}`. */
export const upload = (account, kind, blob) =>
  ask(`/media?account=${encodeURIComponent(account)}&kind=${kind}`, {
    method: "POST",
    headers: { "Content-Type": blob.type || "application/octet-stream" },
    body: blob,
  });

/**
 * Listens for events. `onOpen` is called on every (re)connection, `onLost` when
 * it breaks. The browser reconnects by itself after a break, but gives up for
 * good when the server refuses once; then we begin anew.
 */
export function listen({ onEvent, onOpen, onLost }) {
  let pause = 1000;
  const connect = () => {
    const source = new EventSource(`${ROOT}/events`);
    source.onopen = () => {
      pause = 1000;
      onOpen();
    };
    source.onmessage = ({ data }) => {
      let event;
      try {
        event = JSON.parse(data);
      } catch {
        return; // A line cut short; the next synchronisation repairs it.
      }
      onEvent(event);
    };
    source.onerror = () => {
      onLost();
      if (source.readyState !== EventSource.CLOSED) return;
      source.close();
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 15_000);
    };
  };
  connect();
}
